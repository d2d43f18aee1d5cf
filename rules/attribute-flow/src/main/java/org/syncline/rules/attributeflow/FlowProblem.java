package org.syncline.rules.attributeflow;

/** What keeps a flow from bringing its value; becomes a {@link FlowFailure}. */
final class FlowProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    FlowProblem(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
