package io.gendan.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.vertx.core.net.SocketAddress;

/** Loopback, link-local and the ranges set aside for networks of one's own. */
final class PrivateAddress {
    private PrivateAddress() {}

    static boolean is(SocketAddress address) {
        if (address == null || address.hostAddress() == null) return false;
        try {
            InetAddress literal = InetAddress.getByName(address.hostAddress());
            return literal.isLoopbackAddress()
                    || literal.isSiteLocalAddress()
                    || literal.isLinkLocalAddress()
                    || (literal.getAddress().length == 16 && (literal.getAddress()[0] & 0xfe) == 0xfc);
        } catch (UnknownHostException noLiteral) {
            return false;
        }
    }
}
