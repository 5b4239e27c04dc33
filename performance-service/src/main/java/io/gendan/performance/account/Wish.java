package io.gendan.performance.account;

import java.util.SortedSet;

/**
 * What an account has to be like today.
 *
 * @param email null for a person without one
 * @param roles those of the staff; others of the account are none of ours
 * @param open whether the person can log in
 */
record Wish(String username, String name, String email, SortedSet<String> roles, boolean open) {}
