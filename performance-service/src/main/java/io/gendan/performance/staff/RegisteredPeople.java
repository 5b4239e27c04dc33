package io.gendan.performance.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.gendan.core.people.StoredPeople;

/** The directory as the register itself has it. */
@ApplicationScoped
class RegisteredPeople extends StoredPeople {}
