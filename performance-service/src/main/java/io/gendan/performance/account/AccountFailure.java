package io.gendan.performance.account;

/** An account was not brought into step; what was done of it stays done and is found done by the next try. */
final class AccountFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AccountFault fault;
    private final String detail;

    /** @param detail for operators, without anybody's data or secret; may be null */
    AccountFailure(AccountFault fault, String detail) {
        super(fault.code() + ": " + detail, null, false, false);
        this.fault = fault;
        this.detail = detail;
    }

    AccountFault fault() {
        return fault;
    }

    String detail() {
        return detail;
    }
}
