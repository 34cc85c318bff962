package org.heliograph.desk.web;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param page from 0
 * @param size how many a full page has
 * @param total how many there are over all pages
 */
public record PageOf<T>(List<T> items, int page, int size, long total) {

    public PageOf {
        items = List.copyOf(items);
    }

    /** The same page of something else. */
    public <R> PageOf<R> map(Function<? super T, R> each) {
        return new PageOf<>(items.stream().<R>map(each).toList(), page, size, total);
    }
}
