import { expect, it } from 'vitest';
import { mayHandOutSecret, mayResetOnServer } from './officers.js';
import { roles } from './roles.js';
import type { Role } from './role.js';

const account = (officer: boolean, status = 'active') => ({ username: 'zhou.ning', officer, status });

it('nobody is handed an officer’s secret, and is told the way out', () => {
  const refusal = mayHandOutSecret(account(true));
  expect(refusal?.code).toBe('access.officer-secret');
  for (const language of ['zh', 'en'] as const) expect(refusal?.sentence(language)).toContain('npm run officers:reset -- zhou.ning');
  expect(mayHandOutSecret(account(false))).toBeUndefined();
});

it('the server sets the secrets of officers, and of nobody else', () => {
  expect(mayResetOnServer(account(false))?.code).toBe('access.no-officer');
  expect(mayResetOnServer(account(true, 'closed'))?.code).toBe('access.officer-closed');
  expect(mayResetOnServer(account(true))).toBeUndefined();
});

it('who sets first passwords gives no roles: it takes two to make an officer', () => {
  const holding = (...permissions: string[]): string[] =>
    Object.entries(roles as Record<string, Role>)
      .filter(([, role]) => permissions.some((permission) => permission in role.permissions))
      .map(([code]) => code);
  expect(holding('user.create', 'user.reset-password')).toEqual(['system-admin']);
  expect(holding('grant.give')).toEqual(['security-admin']);
});
