import { describe, expect, it } from 'vitest';
import { permissions } from '../access/permissions.js';
import { Refusal } from '../shared/refusal.js';
import { adverseMoves, fileMoves, fileStatuses, type FileMove, type FileStatus } from './file-lifecycle.js';
import { fileMovesFrom, fileOperationNames, fileOperations, objectedStatuses } from './file-operations.js';

const statuses = Object.keys(fileStatuses) as FileStatus[];

describe('the operations on a hardship file', () => {
  it('make every move of the lifecycle, each by exactly one of them', () => {
    const made = fileOperationNames.flatMap((name): readonly FileMove[] => fileOperations[name].moves);
    expect([...made].sort()).toEqual([...fileMoves.names].sort());
  });

  it('need a permission to write, and approval for whatever is adverse', () => {
    for (const name of fileOperationNames) expect(permissions[fileOperations[name].needs].mode, name).toBe('write');
    const adverse = fileOperationNames.filter((name) =>
      fileOperations[name].moves.some((move) => (adverseMoves as readonly FileMove[]).includes(move)),
    );
    expect(adverse).toEqual(['lowerClass', 'liftFile', 'deregisterFile']);
    expect(adverse.map((name) => fileOperations[name].needs)).toEqual(['hardship.approve', 'hardship.approve', 'hardship.approve']);
  });

  it('are open where one of their moves is, and only a further objection is recorded without a move', () => {
    for (const name of fileOperationNames) {
      for (const status of statuses) {
        const moves = fileMovesFrom(name, status);
        const expected = fileOperations[name].moves.filter((move) => fileMoves.open(move, status));
        const stays = name === 'recordObjection' && (objectedStatuses as readonly FileStatus[]).includes(status);
        if (expected.length === 0 && !stays) expect(moves, `${name} from ${status}`).toBeInstanceOf(Refusal);
        else expect(moves, `${name} from ${status}`).toEqual(expected);
      }
    }
  });

  it('choose between two moves for the decision of an objection alone', () => {
    const several = fileOperationNames.filter((name) =>
      statuses.some((status) => {
        const moves = fileMovesFrom(name, status);
        return !(moves instanceof Refusal) && moves.length > 1;
      }),
    );
    expect(several).toEqual(['decideObjection']);
  });
});
