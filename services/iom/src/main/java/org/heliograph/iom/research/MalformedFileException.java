package org.heliograph.iom.research;

/** A file is not what is expected, and nothing of it is taken. */
final class MalformedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /** @param problem what is wrong and where; quotes nothing from the file */
    MalformedFileException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
