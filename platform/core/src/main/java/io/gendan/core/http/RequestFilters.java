package io.gendan.core.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.gendan.core.problem.Problem;
import io.gendan.core.store.Precondition;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every request brings along beside its body: a correlation id, and the version the caller last saw. */
@ApplicationScoped
class RequestFilters {
    @Inject
    Precondition precondition;

    @ServerRequestFilter
    void correlate(ContainerRequestContext request) {
        String given = request.getHeaderString(Correlation.HEADER);
        String id = given != null && given.matches(Correlation.FORM)
                ? given
                : UUID.randomUUID().toString();
        Correlation.begin(id);
        request.setProperty(Correlation.HEADER, id);
    }

    @ServerRequestFilter
    void expectVersion(ContainerRequestContext request) {
        String given = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (given == null) return;
        String version = given.strip().replaceFirst("^\"(.*)\"$", "$1");
        if (!version.matches("\\d{1,9}")) throw Problem.Invalid.field("If-Match", "version");
        precondition.expect(Integer.parseInt(version));
    }

    @ServerResponseFilter
    void nameCorrelation(ContainerRequestContext request, ContainerResponseContext response) {
        Object id = request.getProperty(Correlation.HEADER);
        if (id != null) response.getHeaders().putAll(Map.of(Correlation.HEADER, List.of(id)));
    }
}
