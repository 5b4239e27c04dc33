package io.gendan.gateway.http;

/** Every answer the gateway gives in a service's place; code and status are stable. */
public enum Refusal {
    BAD_REQUEST(400, "请求无效", "Bad request", "请求的格式不正确。", "The request is not well formed."),
    BAD_PATH(
            400,
            "bad-request",
            "请求无效",
            "Bad request",
            "请求路径含有不允许的字符或片段。",
            "The path holds characters or segments that are not allowed."),
    LOGIN_FAILED(
            400,
            "登录未完成",
            "Sign-in failed",
            "登录已过期、被取消或无法核实，请重新登录。",
            "The sign-in expired, was canceled or could not be verified. Please sign in again."),
    NOT_SIGNED_IN(401, "未登录", "Not signed in", "请先登录；会话可能已过期。", "Please sign in; the session may have ended."),
    CSRF_FAILED(
            403,
            "请求来源未通过校验",
            "Origin of the request not proven",
            "请求缺少有效的 X-CSRF-Token，或来自其他网站。",
            "The request lacks a valid X-CSRF-Token or comes from another site."),
    NO_SUCH_ROUTE(404, "地址不存在", "No such route", "此地址没有任何内容。", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "方法不允许", "Method not allowed", "此地址不支持该请求方法。", "This method is not allowed here."),
    REQUEST_TIMEOUT(
            408, "请求接收超时", "Request took too long", "请求正文未在时限内收完。", "The request's body did not arrive in time."),
    BODY_TOO_LARGE(413, "请求正文过大", "Body too large", "请求正文超过允许的大小。", "The request's body is larger than allowed."),
    EXPECTATION_FAILED(
            417, "Expect 无法满足", "Expectation failed", "只支持 100-continue。", "Only 100-continue is supported."),
    RATE_LIMITED(429, "请求过于频繁", "Too many requests", "请稍后再试。", "Please try again a little later."),
    SERVICE_FAILED(
            502,
            "服务中断，结果未知",
            "Service broke off",
            "服务在应答前中断，请求可能已被执行；请先核对，或用同一 Idempotency-Key 重试。",
            "The service broke off before it answered; the request may have been carried out. Check, or repeat it with the same Idempotency-Key."),
    SERVICE_UNAVAILABLE(
            503, "服务暂不可用", "Service unavailable", "请求未被执行，请稍后再试。", "Nothing was done; please try again shortly."),
    LOGIN_UNAVAILABLE(
            503,
            "登录服务暂不可用",
            "Sign-in unavailable",
            "身份认证服务暂时无法访问，请稍后再试。",
            "The identity provider cannot be reached at the moment; please try again shortly."),
    SERVICE_TIMEOUT(
            504,
            "服务应答超时",
            "Service took too long",
            "服务未在时限内应答，请求可能已被执行。",
            "The service did not answer in time; the request may have been carried out.");

    private final int status;
    private final String code;
    private final Text title;
    private final Text detail;

    Refusal(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        this(status, null, titleZh, titleEn, detailZh, detailEn);
    }

    Refusal(int status, String code, String titleZh, String titleEn, String detailZh, String detailEn) {
        this.status = status;
        this.code = code == null ? name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') : code;
        this.title = new Text(titleZh, titleEn);
        this.detail = new Text(detailZh, detailEn);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    String title(Language language) {
        return title.in(language);
    }

    String detail(Language language) {
        return detail.in(language);
    }

    private record Text(String zh, String en) {
        String in(Language language) {
            return switch (language) {
                case ZH -> zh;
                case EN -> en;
            };
        }
    }
}
