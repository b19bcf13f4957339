import { describe, expect, it } from 'vitest';
import { maskSigner, signedInPerson } from './signer.js';

describe('who signed', () => {
  it('hides a name and keeps the word for whom it is about', () => {
    expect(['本人', 'in person', '单雄信', '王伯当之妻'].map(maskSigner)).toEqual(['本人', 'in person', '单*信', '王**妻']);
  });

  it('knows the person themself in both languages only', () => {
    expect(['本人', 'in person', '本', '单雄信'].map(signedInPerson)).toEqual([true, true, false, false]);
  });
});
