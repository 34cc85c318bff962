package org.heliograph.iom.research;

/**
 * Why a row is not counted. In the order in which rows are examined: the first that applies is the one that is told.
 */
enum SetAside {
    UNREADABLE_ID("the id is blank, or not 1 to 40 letters, digits, dots, dashes or underscores"),
    REPEATED_ID("a row with this id was taken before, from this file or from one with other months"),
    BLANK_DATE("the date is blank"),
    UNREADABLE_DATE("the date is no day of the calendar written as 2019-12-31, or lies before 1990 or in the future"),
    UNREADABLE_COUNT("a number of persons is no whole number up to 10,000"),
    NEGATIVE_COUNT("a number of persons is below 0"),
    TOTAL_DIFFERS("the total is not what dead and missing add up to"),
    SEXES_BEYOND_TOTAL("women and men are more than the dead and missing"),
    CHILDREN_BEYOND_TOTAL("children are more than the dead and missing"),
    UNREADABLE_COORDINATES("the coordinates are no latitude and longitude in degrees"),
    UNREADABLE_PLACE("the route or region is no name of at most 100 characters");

    private final String text;

    SetAside(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
