package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that looks at pages in files, as wide as one likes, light or dark. */
public final class Browser implements AutoCloseable {

    private static final String AXE = resource("/axe.min.js");

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Starts the browser, as {@link #start()} does, with WebGL drawn by the processor. */
    public static Browser startWithWebGl() throws IOException {
        return start(List.of("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"));
    }

    /**
     * Starts the browser, without WebGL. Without chromium and chromedriver on PATH the test is skipped, with the reason; it fails if the
     * environment variable EXPERIMENT_REQUIRE asks for {@code chromium}.
     */
    public static Browser start() throws IOException {
        return start(List.of("--disable-gpu", "--disable-3d-apis"));
    }

    private static Browser start(List<String> graphics) throws IOException {
        Path binary = onPath("chromium", "chromium-browser", "google-chrome");
        Path driverBinary = onPath("chromedriver");
        if (binary == null || driverBinary == null) {
            String reason = "needs chromium and chromedriver on PATH";
            if (isRequired()) {
                fail("EXPERIMENT_REQUIRE has chromium, but this test " + reason);
            }
            abort("skipped: " + reason);
        }
        Path profile = Files.createTempDirectory("browser-profile");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        options.addArguments(graphics);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverBinary.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), profile);
    }

    /** Opens a page in a file. */
    public void open(Path page) {
        driver.get(page.toAbsolutePath().toUri().toString());
    }

    /** Makes the window so wide (CSS pixels), and tells the page whether its reader likes it dark. */
    public void look(int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Tells the page whether its reader wants less motion. */
    public void calm(boolean calm) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-reduced-motion", "value", calm ? "reduce" : "no-preference"))));
    }

    /** A picture of the whole page, as PNG. */
    public void screenshot(Path file) throws IOException {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
    }

    /** A picture of the first element that matches a CSS selector, as PNG. */
    public void screenshotOf(String selector, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.findElement(By.cssSelector(selector)).getScreenshotAs(OutputType.BYTES));
    }

    /** What the page complained about on the console since the last call, errors and warnings. */
    public List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** By how many CSS pixels the page is wider than its window: 0 if nothing makes it scroll sideways. */
    public long horizontalOverflow() {
        return number("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /**
     * What axe-core finds against the success criteria A and AA of WCAG 2.2, and headings out of order.
     *
     * @param part a CSS selector: what it looks at, with all that is inside
     * @return a line for each element that breaks a rule, with the rule and the remedy
     */
    public List<String> barriers(String part) {
        driver.executeScript(AXE);
        String found = (String) driver.executeAsyncScript(
                "const [part, done] = arguments;"
                        + "axe.run(part, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],"
                        + " rules: {'heading-order': {enabled: true}}, resultTypes: ['violations'], preload: false})"
                        + ".then(all => done(all.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at '"
                        + " + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' '))).join('\\n')))"
                        + ".catch(failure => done(String(failure)));",
                part);
        return found.lines().toList();
    }

    /** How many visible elements match a CSS selector: those with a width and a height above 0. */
    public long visible(String selector) {
        return number(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.getBoundingClientRect())"
                        + ".filter(r => r.width > 0 && r.height > 0).length",
                selector);
    }

    /** Waits until an expression of a script is true; fails where that takes longer than a script may. */
    public void await(String expression) {
        driver.executeAsyncScript("const done = arguments[0]; (function look() {" + " if (" + expression
                + ") { done(); } else { setTimeout(look, 10); } })();");
    }

    /** Gives the first element that matches a CSS selector the focus, and presses keys there. */
    public void type(String selector, CharSequence... keys) {
        driver.findElement(By.cssSelector(selector)).sendKeys(keys);
    }

    /** Clicks the first element that matches a CSS selector. */
    public void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** The text of the first element that matches a CSS selector. */
    public String text(String selector) {
        return (String) driver.executeScript("return document.querySelector(arguments[0]).innerText", selector);
    }

    /** The value of a script that returns a whole number. */
    public long number(String script, Object... arguments) {
        return ((Number) driver.executeScript(script, arguments)).longValue();
    }

    /** The value of a script that returns a text. */
    public String string(String script, Object... arguments) {
        return String.valueOf(driver.executeScript(script, arguments));
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(Browser::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (java.nio.file.DirectoryNotEmptyException e) {
            file.toFile().deleteOnExit(); // the browser's last process still writes
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRequired() {
        String required = System.getenv("EXPERIMENT_REQUIRE");
        return required != null && Arrays.asList(required.split(",", -1)).contains("chromium");
    }

    private static Path onPath(String... names) {
        String path = System.getenv("PATH");
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream((path == null ? "" : path).split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
