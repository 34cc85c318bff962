package org.heliograph.sharing.fuzz;

import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a fuzzer, taken as one choice after the other. When they are used up, each choice is the first: so an
 * empty input stands for the usual case, and a short one for a few changes of it.
 */
public final class Choices {

    private final byte[] input;
    private int next;

    public Choices(byte[] input) {
        this.input = input.clone();
    }

    public boolean areUsedUp() {
        return next >= input.length;
    }

    /** From 0 to the bound, without it; of at most 65,536. */
    public int below(int bound) {
        int choice = take();
        if (bound > 256) {
            choice = choice << 8 | take();
        }
        return choice % bound;
    }

    public <T> T one(List<T> values) {
        return values.get(below(values.size()));
    }

    /** One of 16, and not the first. */
    public boolean rarely() {
        return below(16) == 15;
    }

    /** So many bytes as they come, or fewer. */
    public byte[] bytes(int most) {
        byte[] bytes = Arrays.copyOfRange(input, Math.min(next, input.length), Math.min(input.length, next + most));
        next += bytes.length;
        return bytes;
    }

    public byte[] rest() {
        return bytes(input.length);
    }

    private int take() {
        return areUsedUp() ? 0 : input[next++] & 0xff;
    }
}
