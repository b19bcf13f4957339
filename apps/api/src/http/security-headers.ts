/**
 * What every answer tells a browser about how far to trust it; the set that helmet gives, written out once instead of being worked
 * out for every request.
 */
const policy = {
  'default-src': ["'self'"],
  // Ant Design writes its styles into the page as it runs; scripts come from our own files only.
  'style-src': ["'self'", "'unsafe-inline'"],
  'script-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

type Headers = Readonly<Record<string, string>>;
const strictTransport = (tls: boolean): Headers => (tls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {});

/** Scripts and styles that a page of ours asks for: its own headers rule them, and some eighty of them make a first page. */
export const isPartOfPage = (url: string): boolean => /^\/assets\/[\w.-]+\.(?:js|css)$/.test(url);

export function partHeaders({ tls }: { tls: boolean }): Headers {
  return { 'cross-origin-resource-policy': 'same-origin', 'x-content-type-options': 'nosniff', ...strictTransport(tls) };
}

export function securityHeaders({ tls }: { tls: boolean }): Headers {
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => [directive, ...sources].join(' '))
      .join(';'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    // The old filter of some browsers does more harm than good: 0 turns it off.
    'x-xss-protection': '0',
    ...strictTransport(tls),
  };
}
