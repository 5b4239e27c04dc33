package io.gendan.core.ruling;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.gendan.rulebook.Rulebook;

@Singleton
class RulebookProducer {
    @Produces
    @Singleton
    Rulebook rulebook() {
        return Rulebook.load();
    }
}
