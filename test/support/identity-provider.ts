/** An OpenID provider on the loopback that signs in one person at once: the other side of our own sign-in. */
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface IdentityProvider {
  issuer: string;
  /** whom it will name next */
  person: { sub: string; preferred_username?: string };
  close(): void;
}

const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function anIdentityProvider(clientId: string): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  const given = new Map<string, { challenge: string; nonce: string }>();
  const provider: IdentityProvider = { issuer: '', person: { sub: 'nobody' }, close: () => server.close() };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url!, provider.issuer);
    const answer = (status: number, body: object): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') {
      return answer(200, {
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    }
    if (url.pathname === '/keys') return answer(200, { keys: [key] });
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      given.set(code, { challenge: url.searchParams.get('code_challenge')!, nonce: url.searchParams.get('nonce')! });
      const back = new URL(url.searchParams.get('redirect_uri')!);
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state')!);
      response.writeHead(302, { location: back.href }).end();
      return undefined;
    }
    let body = '';
    request
      .on('data', (chunk: Buffer) => (body += chunk.toString()))
      .on('end', () => {
        const form = new URLSearchParams(body);
        const asked = given.get(form.get('code') ?? '');
        given.delete(form.get('code') ?? '');
        const proved = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        if (!asked || proved !== asked.challenge) return answer(400, { error: 'invalid_grant' });
        const now = Math.floor(Date.now() / 1000);
        const head = `${b64({ alg: 'RS256', kid: 'one' })}.${b64({ iss: provider.issuer, aud: clientId, iat: now, exp: now + 300, nonce: asked.nonce, ...provider.person })}`;
        const signed = createSign('RSA-SHA256').update(head).sign(privateKey, 'base64url');
        return answer(200, { access_token: 'a', token_type: 'bearer', id_token: `${head}.${signed}` });
      });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return provider;
}
