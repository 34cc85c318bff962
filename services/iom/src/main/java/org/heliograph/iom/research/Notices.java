package org.heliograph.iom.research;

/** What goes with every figure and every alert. */
final class Notices {

    static final String DISCLAIMER = "The data records deaths and disappearances during migration, whatever the legal"
            + " status of the persons, and is no indication of smuggling.";

    static final String SOURCE = "IOM's Missing Migrants Project, CC BY 3.0 IGO. Changed: rows that repeat an id or"
            + " contradict themselves are left out; records are summed by month and route, or by region where no route"
            + " is stated; figures of fewer than 11 persons, and those from which one could be worked out, are"
            + " withheld.";

    private static final String METHOD = "Sum of the records of the month. What a record does not state is not counted,"
            + " so that the figure is a minimum.";

    private static final String INCIDENTS = " n is the persons dead or missing in the published figures beside it.";

    private static final String PROVISIONAL = " Provisional: the records do not cover the whole month.";

    private Notices() {}

    static String method(Indicator indicator, boolean complete) {
        return METHOD + (indicator == Indicator.INCIDENTS ? INCIDENTS : "") + (complete ? "" : PROVISIONAL);
    }
}
