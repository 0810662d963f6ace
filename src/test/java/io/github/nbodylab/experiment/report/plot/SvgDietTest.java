package io.github.nbodylab.experiment.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgDietTest {

    private static final String FILLED = "style='fill:blue'/>";
    private static final String EDGED = "style='stroke:red;fill:none'/>";

    @Test
    void aGroundAndItsEdgeAreOneCircleAndManyAlikeSayOnceHowTheyLook() {
        String svg = "<g>" + circle(1, FILLED) + circle(1, EDGED) + circle(2, FILLED) + circle(2, EDGED) + "</g>";

        assertThat(SvgDiet.leaner(svg, "p-"))
                .isEqualTo("<g><g style='stroke:red;fill:blue'><circle cx='1' cy='1' r='5'/>"
                        + "<circle cx='2' cy='1' r='5'/></g></g>");
    }

    @Test
    void circlesOfOtherLooksOrWithOtherThingsBetweenStayInTheirOrder() {
        String svg = circle(1, FILLED) + circle(2, "style='fill:red'/>") + "<path d='M1,1L2,2'/>" + circle(3, FILLED);

        assertThat(SvgDiet.leaner(svg, "p-"))
                .isEqualTo("<g style='fill:blue'><circle cx='1' cy='1' r='5'/></g>"
                        + "<g style='fill:red'><circle cx='2' cy='1' r='5'/></g><path d='M1,1L2,2'/>"
                        + "<g style='fill:blue'><circle cx='3' cy='1' r='5'/></g>");
    }

    private static String circle(int x, String style) {
        return "<circle cx='" + x + "' cy='1' r='5' " + style;
    }
}
