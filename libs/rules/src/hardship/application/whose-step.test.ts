import { describe, expect, it } from 'vitest';
import { fileNextStep } from '../file-lifecycle.js';
import { stepNeeds, waitingFor } from './whose-step.js';

describe('whose step it is', () => {
  it('is said of every status that waits for something', () => {
    expect(Object.keys(stepNeeds).sort()).toEqual(Object.keys(fileNextStep).sort());
  });

  it('is the reviewer’s to review and to put up notices, and the approver’s to conclude', () => {
    expect(waitingFor('hardship.check')).toEqual(['submitted', 'visited', 'verifying']);
    expect(waitingFor('hardship.review')).toEqual(['verified', 'reviewed', 'objected', 'class_objected', 'exit_objected']);
    expect(waitingFor('hardship.approve')).toEqual(['notice', 'approved', 'class_notice', 'exit_notice']);
    expect(waitingFor('person.read')).toEqual([]);
  });
});
