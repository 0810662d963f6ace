package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Henon units in physical ones. */
class UnitsTest {

    private static final Units CLUSTER = new Units(Quantity.parse("1e5 Msun"), Quantity.parse("1 pc"));

    @TempDir
    private Path folder;

    private Simulate read(String yaml) throws Exception {
        return new SpecReader()
                .read(Files.writeString(folder.resolve("a.yaml"), yaml))
                .simulate();
    }

    @Test
    void keplersThirdLawGivesTheEarthAYearAndItsSpeed() {
        Units solar = new Units(Quantity.parse("1 Msun"), Quantity.parse("1 AU"));
        // Gauss's year, 365.2568983 days, is 2 pi units of time by definition of his constant
        assertThat(2 * Math.PI * solar.time() / 86400).isCloseTo(365.2568983, within(1e-6));
        assertThat(solar.speed()).isCloseTo(29784.69, within(0.01));
    }

    @Test
    void timeTimesSpeedIsLength() {
        assertThat(CLUSTER.time() * CLUSTER.speed() / CLUSTER.metres()).isCloseTo(1, within(1e-15));
        assertThat(CLUSTER.speedOfLight() * CLUSTER.speed()).isCloseTo(299792458, within(1e-6));
    }

    @Test
    void aMassInKilogramsMeansTheSameAsInSolarMasses() {
        Units kilograms = new Units(new Quantity(CLUSTER.kilograms(), Unit.KILOGRAM), CLUSTER.length());
        assertThat(kilograms.time() / CLUSTER.time()).isCloseTo(1, within(1e-15));
    }

    @Test
    void aQuantityComesBackFromHenonUnits() {
        for (Unit unit : Unit.values()) {
            double henon = CLUSTER.henon(new Quantity(12.5, unit));
            assertThat(henon * CLUSTER.in(unit)).as(unit.symbol()).isCloseTo(12.5, within(1e-13));
        }
    }

    @Test
    void aQuantityInTheUnitOfTheSpecIsTheQuotientOfTheNumbers() {
        assertThat(CLUSTER.henon(Quantity.parse("1000 Msun"))).isEqualTo(0.01);
        assertThat(CLUSTER.henon(Quantity.parse("0.3 pc"))).isEqualTo(0.3);
    }

    @Test
    void aParsecIsTheDistanceFromWhichAnAstronomicalUnitIsAnArcsecond() {
        double arcsecond = Math.PI / 180 / 3600;
        assertThat(Unit.ASTRONOMICAL_UNIT.si() / Unit.PARSEC.si()).isCloseTo(arcsecond, within(1e-20));
    }

    @Test
    void theTextOfAQuantityReadsBackToIt() {
        for (String text : new String[] {"12 Myr", "1e-300 kg", "-.5km/s", " 3.0E7 AU "}) {
            Quantity quantity = Quantity.parse(text);
            assertThat(Quantity.parse(quantity.text())).isEqualTo(quantity);
        }
        assertThat(Quantity.parse("1e5Msun").text()).isEqualTo("100000.0 Msun");
    }

    @Test
    void whatIsNoQuantityIsRefused() {
        for (String text : new String[] {"12", "Myr", "12 Mya", "0x12 m", "1_000 m", "1:30 s", "1e999 m", ""}) {
            assertThatThrownBy(() -> Quantity.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aUnitOfMassThatIsALengthIsRefused() {
        assertThatThrownBy(() -> new Units(Quantity.parse("1 pc"), Quantity.parse("1 pc")))
                .hasMessage("the unit of mass must be one above 0, not 1.0 pc");
    }

    @Test
    void aSpecInPhysicalUnitsMeansTheSameAsOneInHenonUnits() throws Exception {
        Simulate physical = read(Texts.PHYSICAL);
        assertThat(physical.cluster().axis("centralMass")).contains(new Axis.Fixed(new Value.Real(0.01)));
        assertThat(physical.mergers().axis("speedOfLight"))
                .contains(new Axis.Fixed(new Value.Real(CLUSTER.speedOfLight())));
        assertThat(physical.until()).isEqualTo(CLUSTER.henon(Quantity.parse("1.2 Myr")));
        String henon = Texts.PHYSICAL
                .replace("units: {mass: 1e5 Msun, length: 1 pc}\n", "")
                .replace("1e3 Msun", "0.01")
                .replace("recoil: kick", "recoil: kick\n    speedOfLight: " + CLUSTER.speedOfLight());
        for (String text :
                new String[] {"1000 AU", "100 AU", "10 AU", "0.01 kyr", "0.1 Myr", "0.05 Myr", "1.2 Myr", "0.6 Myr"}) {
            henon = henon.replace(text, Double.toString(CLUSTER.henon(Quantity.parse(text))));
        }
        assertThat(read(henon)).isEqualTo(physical);
    }

    @Test
    void aSofteningLengthMayBePhysical() throws Exception {
        String stars = Texts.STARS
                .replace("seed: 7", "seed: 7\nunits: {mass: 1e5 Msun, length: 1 pc}")
                .replace("{values: [gravitational-wave-inspiral, none]}\n    speedOfLight: 500", "none")
                .replace("iterations: 2", "softening: 1 AU");
        assertThat(read(stars).integrator().softening()).isEqualTo(CLUSTER.henon(Quantity.parse("1 AU")));
    }
}
