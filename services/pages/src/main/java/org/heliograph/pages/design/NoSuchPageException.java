package org.heliograph.pages.design;

/** Nothing is here, for this officer: what does not exist and what is another party's look the same. */
public final class NoSuchPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchPageException() {
        super("no such page");
    }
}
