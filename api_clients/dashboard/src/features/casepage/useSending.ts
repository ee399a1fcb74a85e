/** A change of this case: sent with the version on the page, its problem kept for the form. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { asProblem } from "@/lib/problems";
import { type Case, useThisCase } from "./case";

type Send<Values> = (one: Case, values: Values) => Promise<{ error?: unknown }>;

export function useSending<Values = void>(send: Send<Values>, onDone?: () => void) {
  const one = useThisCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (values: Values) => {
      const { error } = await send(one, values);
      if (error) throw error;
    },
    onSuccess: () => onDone?.(),
    // Somebody was faster: the page shows what is there now, and the next try is made from it.
    onError: (problem) => {
      if (asProblem(problem).status === 412) void queries.invalidateQueries();
    },
  });
}
