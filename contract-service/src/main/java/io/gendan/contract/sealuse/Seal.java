package io.gendan.contract.sealuse;

/** Company seal [公章] and contract seal [合同专用章]. */
public enum Seal {
    COMPANY,
    CONTRACT
}
