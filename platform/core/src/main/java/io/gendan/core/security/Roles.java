package io.gendan.core.security;

import java.util.Set;

/** Role codes of requirements (a), as the realm grants them. */
public final class Roles {
    public static final String SALES = "SALES";
    public static final String CS = "CS";
    public static final String LIAISON = "LIAISON";
    public static final String GUIDE = "GUIDE";
    public static final String SHOP = "SHOP";
    public static final String MERCH = "MERCH";
    public static final String SUPV = "SUPV";
    public static final String HEAD = "HEAD";
    public static final String LEAD = "LEAD";
    public static final String BIZ = "BIZ";
    public static final String PROD = "PROD";
    public static final String QC = "QC";
    public static final String LOGI = "LOGI";
    public static final String MAT = "MAT";
    public static final String LEGAL = "LEGAL";
    public static final String CADM = "CADM";
    public static final String SEAL = "SEAL";
    public static final String FIN = "FIN";
    public static final String ASREP = "ASREP";
    public static final String ENG = "ENG";
    public static final String TRAINER = "TRAINER";
    public static final String HR = "HR";
    public static final String AUDIT = "AUDIT";
    public static final String RPT = "RPT";
    public static final String CUST = "CUST";
    public static final String ADMIN = "ADMIN";

    /** No role of its own: what everybody has who has one of {@link #STAFF}, customers and the ERP excluded. */
    public static final String OF_STAFF = "STAFF";

    /** Those that people of the company may have. */
    public static final Set<String> STAFF = Set.of(
            SALES, CS, LIAISON, GUIDE, SHOP, MERCH, SUPV, HEAD, LEAD, BIZ, PROD, QC, LOGI, MAT, LEGAL, CADM, SEAL, FIN,
            ASREP, ENG, TRAINER, HR, AUDIT, RPT, ADMIN);

    private Roles() {}
}
