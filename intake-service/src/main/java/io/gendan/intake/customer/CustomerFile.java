package io.gendan.intake.customer;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is known of a customer (INT-43).
 *
 * @param contact phone number or e-mail address
 * @param portalAccounts user names that act for the customer in the portal
 */
public record CustomerFile(
        @NotBlank @Size(max = 200) String name,
        boolean naturalPerson,
        @Size(max = 100) String contactPerson,
        @Size(max = 200) String contact,
        @Size(max = 500) String address,
        @NotNull @Size(max = 20) Set<@NotBlank @Pattern(regexp = "[a-z0-9._-]{3,64}") String> portalAccounts) {}
