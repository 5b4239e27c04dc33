package io.gendan.performance.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gendan.core.security.Roles;

/** The administration of a realm as Keycloak answers it, over HTTP, with the faults a test wants. */
final class RealmDouble implements AutoCloseable {
    static final String SECRET = "the-secret-of-the-client";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USERS = "/admin/realms/gendan/users";

    /** What happens to one request instead of, or after, its effect. */
    enum Fault {
        FAILS,
        TAKES_EFFECT_AND_CUTS_THE_LINE,
        DOES_NOT_ANSWER
    }

    private record Reply(int status, Object body) {}

    /**
     * An account.
     *
     * @param roles those it has been given
     * @param brought those that a group or another role brings along
     * @param clients whose roles it has been given as well
     */
    record Known(ObjectNode user, Set<String> roles, Set<String> brought, Set<String> clients) {
        Known(ObjectNode user, Set<String> roles) {
            this(user, roles, new TreeSet<>(), new TreeSet<>());
        }
    }

    private final HttpServer server;
    private final Map<String, Known> users = new ConcurrentHashMap<>();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private volatile String secret = SECRET;
    private volatile String token = UUID.randomUUID().toString();
    private volatile int tokens;

    RealmDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/realms/gendan/protocol/openid-connect/token", this::token);
        server.createContext(USERS, this::administration);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/gendan");
    }

    /** @param end of the path, for example {@code /users} */
    void next(String method, String end, Fault fault) {
        faults.put(method + " " + end, fault);
    }

    void changeSecret(String other) {
        secret = other;
        token = UUID.randomUUID().toString();
    }

    int tokensIssued() {
        return tokens;
    }

    Known has(String username, String name, String email, String... roles) {
        ObjectNode user = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("username", username)
                .put("firstName", name)
                .put("enabled", true)
                .put("email", email);
        user.putObject("attributes").putArray("unit").add("kept-as-it-is");
        var known = new Known(user, new TreeSet<>(Set.of(roles)));
        known.roles().add("default-roles-gendan");
        users.put(username, known);
        return known;
    }

    Optional<Known> find(String username) {
        return Optional.ofNullable(users.get(username));
    }

    /** Requests that changed something, in order. */
    List<String> writes() {
        return List.copyOf(writes);
    }

    List<String> writesAbout(String username) {
        String id =
                find(username).map(known -> known.user().path("id").asText()).orElse(username);
        return writes.stream()
                .filter(write -> write.contains(id) || write.endsWith(" " + username))
                .map(write -> write.replace("/" + id, "").replace(" " + username, ""))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!form.contains("client_id=gendan-accounts") || !form.contains("client_secret=" + secret)) {
            answer(exchange, 401, Map.of("error", "unauthorized_client"));
            return;
        }
        tokens++;
        answer(exchange, 200, Map.of("access_token", token, "expires_in", 60));
    }

    private void administration(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/admin/realms/gendan".length());
        String request = exchange.getRequestMethod() + " " + path;
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of("error", "HTTP 401 Unauthorized"));
            return;
        }
        Fault fault = faults.keySet().stream()
                .filter(asked -> request.startsWith(asked.split(" ")[0]) && request.endsWith(asked.split(" ")[1]))
                .findFirst()
                .map(faults::remove)
                .orElse(null);
        if (fault == Fault.FAILS) {
            answer(exchange, 500, Map.of("error", "unknown_error"));
            return;
        }
        if (fault == Fault.DOES_NOT_ANSWER) return; // nor is it carried out
        Reply reply = carryOut(exchange, path.split("/"), body);
        if (fault == Fault.TAKES_EFFECT_AND_CUTS_THE_LINE) exchange.close();
        else answer(exchange, reply.status(), reply.body());
    }

    /** @param path {@code "", "users", id, …} */
    private synchronized Reply carryOut(HttpExchange exchange, String[] path, JsonNode body) {
        String method = exchange.getRequestMethod();
        if (path.length == 2) return method.equals("GET") ? found(exchange) : created(body);
        Known known = users.values().stream()
                .filter(k -> k.user().path("id").asText().equals(path[2]))
                .findFirst()
                .orElse(null);
        if (known == null) return new Reply(404, Map.of("error", "User not found"));
        String what = String.join("/", List.of(path).subList(3, path.length));
        if (!method.equals("GET")) writes.add((method + " /users/" + path[2] + "/" + what).replaceFirst("/$", ""));
        return switch (method + " " + what) {
            case "PUT " -> updated(known, body);
            case "GET role-mappings" -> new Reply(200, mappings(known));
            case "GET role-mappings/realm" -> new Reply(200, roles(known.roles()));
            case "GET role-mappings/realm/composite" -> {
                var effective = new TreeSet<>(known.roles());
                effective.addAll(known.brought());
                yield new Reply(200, roles(effective));
            }
            case "GET role-mappings/realm/available" -> new Reply(200, roles(free(known)));
            case "POST role-mappings/realm" -> {
                body.forEach(role -> known.roles().add(role.path("name").asText()));
                yield new Reply(204, null);
            }
            case "DELETE role-mappings/realm" -> {
                body.forEach(role -> known.roles().remove(role.path("name").asText()));
                yield new Reply(204, null);
            }
            case "POST logout", "PUT execute-actions-email" -> new Reply(204, null);
            default -> throw new IllegalArgumentException(method + " " + what);
        };
    }

    private Reply found(HttpExchange exchange) {
        String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        if (!query.contains("exact=true")) throw new IllegalArgumentException(query);
        String username = query.replaceFirst(".*username=", "");
        return new Reply(200, find(username).map(known -> List.of(known.user())).orElse(List.of()));
    }

    private Reply created(JsonNode body) {
        String username = body.path("username").asText();
        if (users.containsKey(username) || isTaken(body.path("email").asText(), username))
            return new Reply(409, Map.of("errorMessage", "User exists with same username or email"));
        writes.add("POST " + username);
        var user = ((ObjectNode) body).deepCopy().put("id", UUID.randomUUID().toString());
        users.put(username, new Known(user, new TreeSet<>(Set.of("default-roles-gendan"))));
        return new Reply(201, null);
    }

    private Reply updated(Known known, JsonNode body) {
        if (isTaken(body.path("email").asText(), known.user().path("username").asText()))
            return new Reply(409, Map.of("errorMessage", "User exists with same email"));
        if (body.path("firstName").asText().contains("<"))
            return new Reply(400, Map.of("errorMessage", "error-person-name-invalid-character"));
        known.user().removeAll();
        known.user().setAll((ObjectNode) body);
        return new Reply(204, null);
    }

    private boolean isTaken(String email, String byOtherThan) {
        return !email.isEmpty()
                && users.values().stream()
                        .map(Known::user)
                        .anyMatch(user -> user.path("email").asText().equalsIgnoreCase(email)
                                && !user.path("username").asText().equals(byOtherThan));
    }

    private static Set<String> free(Known known) {
        var free = new TreeSet<>(Roles.STAFF);
        free.add(Roles.CUST);
        free.add("offline_access");
        free.removeAll(known.roles());
        return free;
    }

    /** As Keycloak writes it: what is empty is left out, and what the caller may not see. */
    private static Map<String, Object> mappings(Known known) {
        var mappings = new HashMap<String, Object>();
        var clients = new HashMap<String, Object>();
        known.clients()
                .forEach(client ->
                        clients.put(client, Map.of("client", client, "mappings", roles(Set.of("manage-users")))));
        if (!clients.isEmpty()) mappings.put("clientMappings", clients);
        return mappings;
    }

    private static List<Map<String, String>> roles(Set<String> names) {
        var roles = new ArrayList<Map<String, String>>();
        names.forEach(name -> roles.add(Map.of("id", "id-of-" + name, "name", name)));
        return roles;
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
