import { useMutation } from "@tanstack/react-query";
import { $api, api, type Schemas } from "@/lib/api";
import { keepAsFile } from "@/lib/keep-as-file";
import { type Column, type Filters, type Ordering, plain } from "./search";

export type Export = Schemas["Export"];

interface Asked {
  format: Schemas["ExportFormat"];
  columns: Column[];
  filters: Filters;
  ordering: Ordering;
}

interface AskedNow extends Asked {
  /** Only these of the list. */
  cases?: string[];
}

const BYTES = { Accept: "application/octet-stream, application/problem+json" };

/** The list, or what is chosen of it, as a file. The server keeps on record that it left. */
export function useExport() {
  return useMutation({
    mutationFn: async ({ filters, ...asked }: AskedNow) => {
      const { data, error, response } = await api.POST("/api/v1/cases/export/", {
        body: { ...asked, filters: plain(filters) },
        parseAs: "blob",
        headers: BYTES,
      });
      if (!data) throw error;
      keep(data, response, asked.format);
    },
  });
}

/** A long list: a worker writes it. */
export function useAskForExport() {
  return useMutation({
    mutationFn: async ({ filters, ...asked }: Asked) => {
      const { data, error } = await api.POST("/api/v1/exports/", {
        params: { header: { "Idempotency-Key": crypto.randomUUID() } },
        body: { ...asked, filters: plain(filters) },
      });
      if (!data) throw error;
      return data;
    },
  });
}

/** What was asked for and not taken yet. */
export function useOpenExports(enabled: boolean): Export[] {
  const { data } = $api.useQuery("get", "/api/v1/exports/", {}, { enabled, staleTime: 0 });
  return (data?.results ?? []).filter(({ state }) => ["waiting", "making", "ready"].includes(state));
}

export function useTakeExport() {
  return useMutation({
    mutationFn: async ({ id, format }: Export) => {
      const { data, error, response } = await api.POST("/api/v1/exports/{export_id}/take/", {
        params: { path: { export_id: id } },
        parseAs: "blob",
        headers: BYTES,
      });
      if (!data) throw error;
      keep(data, response, format);
    },
  });
}

function keep(data: unknown, response: Response, format: string) {
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  keepAsFile(data as Blob, name ?? `cases.${format}`);
}
