package io.gendan.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import io.gendan.local.People.Person;

/** Requests that confirm one prepared order each, by people of the order's unit. */
final class Confirmations {
    private static final String BODY = "{\"evidence\":{\"kind\":\"SIGNED_FORM\",\"text\":\"客户签章订单扫描件\"}}";

    private final Lab lab;
    private final List<Person> takers;
    private final Map<String, Queue<UUID>> drafts = new ConcurrentHashMap<>();

    /** @param count how many there will be, over all units */
    Confirmations(Lab lab, int count) {
        this.lab = lab;
        takers = lab.orderTakers();
        Map<String, Long> people = takers.stream().collect(Collectors.groupingBy(Person::unit, Collectors.counting()));
        people.forEach((unit, share) -> drafts.put(
                unit, new ConcurrentLinkedQueue<>(lab.drafts(unit, (int) (count * share / takers.size()) + 1))));
        takers.forEach(lab::token);
    }

    /** @return null when the drafts of this person's unit are used up */
    byte[] next(int connection) {
        Person taker = takers.get(connection % takers.size());
        UUID order = drafts.get(taker.unit()).poll();
        if (order == null) return null;
        return Wire.request(
                "POST",
                "/api/intake/v1/orders/" + order + "/confirm",
                lab.token(taker),
                UUID.randomUUID().toString(),
                BODY);
    }

    /** Prepared beforehand, so that making them takes nothing from the measured time. */
    List<byte[]> take(int count) {
        var requests = new ArrayList<byte[]>(count);
        for (int i = 0; requests.size() < count; i++) {
            byte[] request = next(i);
            if (request != null) requests.add(request);
        }
        return requests;
    }
}
