package org.heliograph.desk.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Answers to calls that have stored something: nothing that fails from then on may make them look refused. */
public final class AfterStoring {

    private AfterStoring() {}

    /** What the caller is shown; nothing if the database went away since. */
    public static <T> @Nullable T view(Supplier<T> view) {
        try {
            return view.get();
        } catch (DataAccessException | TransactionException away) {
            return null;
        }
    }
}
