import { useMutation } from "@tanstack/react-query";
import { api, type Schemas } from "@/lib/api";
import { type Column, type Filters, type Ordering, plain } from "./search";

interface Asked {
  format: Schemas["ExportFormat"];
  columns: Column[];
  filters: Filters;
  ordering: Ordering;
  /** Only these of the list. */
  cases?: string[];
}

/** The list, or what is chosen of it, as a file. The server keeps on record that it left. */
export function useExport() {
  return useMutation({
    mutationFn: async ({ filters, ...asked }: Asked) => {
      const { data, error, response } = await api.POST("/api/v1/cases/export/", {
        body: { ...asked, filters: plain(filters) },
        parseAs: "blob",
        headers: { Accept: "application/octet-stream, application/problem+json" },
      });
      if (!data) throw error;
      const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
      give(data as unknown as Blob, name ?? `cases.${asked.format}`);
    },
  });
}

function give(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
