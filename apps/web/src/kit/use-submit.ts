import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../api/client.js';
import { isPassing } from '../api/problem.js';
import { keys } from '../api/query-keys.js';

interface Options<Answer> {
  /** Nouns whose lists and records are out of date once this has succeeded. */
  forget?: readonly string[];
  onDone?: (answer: Answer) => void;
}

/**
 * Sends a change. If the connection fails, sending the same again uses the same key, so that what may have arrived is
 * not done twice; after a definite answer the next try is a new wish.
 */
export function useSubmit<Input, Answer>(
  act: (input: Input, key: string) => Promise<Answer>,
  { forget = [], onDone }: Options<Answer> = {},
): UseMutationResult<Answer, Error, Input> {
  const client = useQueryClient();
  const pending = useRef<{ text: string; key: string } | null>(null);
  return useMutation({
    mutationFn: async (input: Input) => {
      const text = JSON.stringify(input) ?? '';
      if (pending.current?.text !== text) pending.current = { text, key: newKey() };
      try {
        const answer = await act(input, pending.current.key);
        pending.current = null;
        return answer;
      } catch (error) {
        if (!isPassing(error)) pending.current = null;
        throw error;
      }
    },
    onSuccess: (answer) => {
      for (const noun of forget) void client.invalidateQueries({ queryKey: keys.all(noun) });
      if (forget.length > 0) void client.invalidateQueries({ queryKey: keys.workbench });
      onDone?.(answer);
    },
  });
}
