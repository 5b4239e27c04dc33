package io.gendan.core.notice;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import io.gendan.core.http.Idempotent;
import io.gendan.core.http.Language;
import io.gendan.core.people.StoredPeople;
import io.gendan.core.security.Roles;
import io.gendan.core.store.Listing;
import io.gendan.core.store.Page;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/notices")
@RolesAllowed(Roles.OF_STAFF)
@Idempotent
@Tag(name = "notices", description = "What people were told, by whom, about which record, and who has read it (INF-14)")
class NoticeResource {
    /** The languages of mail. */
    enum MailLanguage {
        zh,
        en
    }

    /** @param language {@code zh} or {@code en}; Chinese as long as nothing was chosen */
    record MailPreference(@NotNull MailLanguage language) {}

    @Inject
    EntityManager entities;

    @Inject
    NoticeCommands commands;

    @Inject
    NoticeReaders readers;

    @Inject
    NoticeTexts texts;

    @Inject
    StoredPeople people;

    @Inject
    SecurityIdentity caller;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(
            summary = "The caller's notices, newest first; with recordId those about a record, with read receipts",
            description = "About a record the auditor sees all, the sender his own, a superior those to his people, and"
                    + " everybody those to himself. Texts are in the language of Accept-Language (INF-14, INT-40).")
    public Page<NoticeView> list(
            @Valid @BeanParam Page.Request page,
            @QueryParam("unread") Boolean unread,
            @QueryParam("recordId") UUID recordId) {
        var listing = new Listing<>(entities, Notice.class).with("about.id", recordId);
        if (unread != null) listing.when(unread ? "readAt is null" : "readAt is not null", Map.of());
        Locale locale = Language.of(headers);
        return restricted(listing, recordId).page(page, notice -> notice.view(texts, locale), NoticeView::id);
    }

    @POST
    @Path("{id}/read")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Confirm having read it; the first time counts")
    public NoticeView read(UUID id) {
        return commands.read(id).view(texts, Language.of(headers));
    }

    @POST
    @Path("{id}/acknowledge")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Acknowledge an urgent one; in time, or the next superior is told (ORG-07, rule reachability)")
    public NoticeView acknowledge(UUID id) {
        return commands.acknowledge(id).view(texts, Language.of(headers));
    }

    @GET
    @Path("language")
    @Operation(summary = "The language in which this service mails to the caller")
    public MailPreference language() {
        return new MailPreference(MailLanguage.valueOf(
                readers.languageOf(caller.getPrincipal().getName()).getLanguage()));
    }

    @PUT
    @Path("language")
    @RolesAllowed(Roles.OF_STAFF)
    @Operation(summary = "Choose the language in which this service mails to the caller")
    public MailPreference choose(@Valid @NotNull MailPreference preference) {
        readers.choose(
                caller.getPrincipal().getName(), Locale.of(preference.language().name()));
        return preference;
    }

    private Listing<Notice> restricted(Listing<Notice> listing, UUID recordId) {
        String me = caller.getPrincipal().getName();
        if (recordId == null) return listing.with("recipient", me);
        if (caller.hasRole(Roles.AUDIT)) return listing;
        return listing.when("sender = :me or recipient in :mine", Map.of("me", me, "mine", mine(me, recordId)));
    }

    /** The person himself, and his people among those who were told. */
    private Set<String> mine(String me, UUID recordId) {
        Set<String> below = people.below(me);
        return entities.createQuery("select distinct recipient from Notice where about.id = :record", String.class)
                .setParameter("record", recordId)
                .getResultStream()
                .filter(below::contains)
                .collect(Collectors.toCollection(() -> new HashSet<>(Set.of(me))));
    }
}
