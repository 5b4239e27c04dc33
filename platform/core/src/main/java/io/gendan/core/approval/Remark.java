package io.gendan.core.approval;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is to be changed before it can be approved.
 *
 * @param field the field or clause it is about, as the record names it; null for the whole
 */
public record Remark(
        @Size(max = 100) String field,
        @NotBlank @Size(max = 2000) String remark) {
    public static List<Remark> onTheWhole(String remark) {
        return List.of(new Remark(null, remark));
    }

    /** All of them as one text, for records that keep no more. */
    public static String text(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> remark.field == null ? remark.remark : remark.field + ": " + remark.remark)
                .collect(Collectors.joining("\n"));
    }
}
