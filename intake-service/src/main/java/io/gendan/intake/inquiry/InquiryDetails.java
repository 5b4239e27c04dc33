package io.gendan.intake.inquiry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * Who asks and what for (INT-02, INT-03). Any of it may be missing at first; the completeness rule says what an
 * inquiry of this profile needs before it goes on.
 *
 * @param contact phone number or e-mail address
 * @param quantity decimal string
 * @param budget free text, as the customer gave it
 */
record InquiryDetails(
        @Size(max = 200) String customerName,
        @Size(max = 100) String contactPerson,
        @Size(max = 200) String contact,
        @Size(max = 500) String address,
        @Size(max = 1000) String product,

        @Positive @Digits(integer = 9, fraction = 3) @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal quantity,

        LocalDate wantedDate,
        @Size(max = 200) String budget,
        @Size(max = 4000) String specialRequirements) {

    /** The values by field name, as the completeness rule calls the fields; missing ones are null or blank. */
    Map<String, Object> byField() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("customerName", customerName);
        fields.put("contactPerson", contactPerson);
        fields.put("contact", contact);
        fields.put("address", address);
        fields.put("product", product);
        fields.put("quantity", quantity);
        fields.put("wantedDate", wantedDate);
        fields.put("budget", budget);
        fields.put("specialRequirements", specialRequirements);
        return fields;
    }

    /** The names of the fields that are there, as the completeness rule calls them. */
    List<String> given() {
        return byField().entrySet().stream()
                .filter(field ->
                        field.getValue() != null && !field.getValue().toString().isBlank())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** These details with what the other ones add: a field given there replaces the one here. */
    InquiryDetails completedBy(InquiryDetails later) {
        return new InquiryDetails(
                or(later.customerName, customerName),
                or(later.contactPerson, contactPerson),
                or(later.contact, contact),
                or(later.address, address),
                or(later.product, product),
                or(later.quantity, quantity),
                or(later.wantedDate, wantedDate),
                or(later.budget, budget),
                or(later.specialRequirements, specialRequirements));
    }

    private static <T> T or(T given, T before) {
        return given == null ? before : given;
    }
}
