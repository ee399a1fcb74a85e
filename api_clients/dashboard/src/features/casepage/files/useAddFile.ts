import { useMutation } from "@tanstack/react-query";
import { api } from "@/lib/api";
import { at, type CaseFile, useThisCase } from "../case";

/** Puts a file into the case; the complainant sees it once a message takes it along. */
export function useAddFile(onAdded?: (file: CaseFile) => void) {
  const one = useThisCase();
  return useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.append("file", file);
      const { data, error } = await api.POST("/api/v1/cases/{case_id}/files/", {
        ...at(one.id),
        // The description says `binary`; the body is a form that the browser itself puts together.
        body: { file: "" },
        bodySerializer: () => body,
      });
      if (!data) throw error;
      return data;
    },
    onSuccess: onAdded,
  });
}
