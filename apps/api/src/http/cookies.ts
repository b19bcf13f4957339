/**
 * The names of our cookies. Under TLS they bear the prefixes that browsers hold their setter to: another page under the same
 * domain (the federation has more than one) could otherwise plant its own session here, and whoever works would work in it.
 */
export const sessionCookie = (tls: boolean): string => (tls ? '__Host-bangfu_session' : 'bangfu_session');
/** Bound to its path, which `__Host-` does not allow. */
export const oidcCookie = (tls: boolean): string => (tls ? '__Secure-bangfu_oidc' : 'bangfu_oidc');
