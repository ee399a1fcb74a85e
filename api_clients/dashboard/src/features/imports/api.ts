/** What the pages of an import ask the server, and the steps that they take. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";

export type ImportRun = Schemas["ImportRun"];
export type Target = Schemas["ImportTarget"];
export type Column = Schemas["ImportColumn"];
export type Columns = Schemas["ImportColumns"];
export type Field = Schemas["ImportField"];
export type Order = Schemas["ImportDayOrder"];
export type Mapping = Schemas["MappingAskedRequest"];

const BUSY = new Set<Schemas["ImportState"]>(["reading", "checking", "running", "undoing"]);
const ASK_AGAIN_MS = 1_500;

export const isBusy = (run: ImportRun) => BUSY.has(run.state);

const one = (id: string) => ({ params: { path: { import_id: id } } });

/** An import; asked for again while a worker is at it. */
export function useImport(id: string) {
  return $api.useQuery("get", "/api/v1/imports/{import_id}/", one(id), {
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data) ? ASK_AGAIN_MS : false),
    staleTime: 0,
  });
}

export function useColumns(run: ImportRun) {
  return $api.useQuery("get", "/api/v1/imports/{import_id}/columns/", one(run.id), {
    enabled: run.forgotten_at === null && !isBusy(run) && run.state !== "unreadable",
  });
}

export function useValues(id: string, column: number, field: Field) {
  return $api.useQuery("get", "/api/v1/imports/{import_id}/columns/{column}/values/", {
    params: { path: { import_id: id, column }, query: { field } },
  });
}

export function useProblems(id: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ["imports", id, "problems"],
    queryFn: async ({ pageParam, signal }) => {
      const query = { page_size: 50, ...(pageParam && { cursor: pageParam }) };
      const params = { path: { import_id: id }, query };
      const { data, error } = await api.GET("/api/v1/imports/{import_id}/problems/", { params, signal });
      if (!data) throw error;
      return data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => (page.next ? new URL(page.next).searchParams.get("cursor") : null),
    enabled,
  });
}

export function useLeft(id: string, enabled: boolean) {
  return $api.useQuery("get", "/api/v1/imports/{import_id}/left/", one(id), { enabled });
}

/** The steps that a person can take with an import, each made from the version that is shown. */
export function useSteps(run: ImportRun) {
  const at = {
    params: { path: { import_id: run.id }, header: { "If-Match": ifMatch(run.version) } },
  };
  const map = $api.useMutation("put", "/api/v1/imports/{import_id}/mapping/");
  const check = $api.useMutation("post", "/api/v1/imports/{import_id}/check/");
  const start = $api.useMutation("post", "/api/v1/imports/{import_id}/start/");
  const stop = $api.useMutation("post", "/api/v1/imports/{import_id}/stop/");
  const undo = $api.useMutation("post", "/api/v1/imports/{import_id}/undo/");
  const read = $api.useMutation("post", "/api/v1/imports/{import_id}/read/");
  const forget = $api.useMutation("delete", "/api/v1/imports/{import_id}/");
  const all = [map, check, start, stop, undo, read, forget];
  return {
    problem: all.map((one) => one.error).find(Boolean) ?? null,
    busy: all.some((one) => one.isPending),
    /** What columns are is said and tried in one go. */
    tryOut: async (body: Mapping) => {
      const mapped = await map.mutateAsync({ ...at, body });
      const header = { "If-Match": ifMatch(mapped.version) };
      await check.mutateAsync({ params: { ...at.params, header } });
    },
    start: (leaveOut: boolean) => start.mutate({ ...at, body: { leave_out_faulty: leaveOut } }),
    stop: () => stop.mutate({ params: { path: at.params.path } }),
    undo: () => undo.mutate(at),
    read: (body: Schemas["ImportReadingRequest"]) => read.mutate({ ...at, body }),
    forget: () => forget.mutate(at),
  };
}

/** Sends a file; the answer is the new import. */
export async function sendFile(partner: string, file: File): Promise<ImportRun> {
  const { data, error } = await api.POST("/api/v1/imports/", {
    body: { partner, file: file as unknown as string },
    bodySerializer: (body) => {
      const form = new FormData();
      form.set("partner", body.partner);
      form.set("file", file);
      return form;
    },
  });
  if (error) throw error;
  return data;
}

/** The faults as a file, handed to the browser. */
export async function downloadProblems(id: string, kind: Schemas["SheetFormat"]): Promise<void> {
  const { data, error } = await api.POST("/api/v1/imports/{import_id}/problems/sheet/", {
    ...one(id),
    body: { kind },
    parseAs: "blob",
  });
  if (error) throw error;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data as unknown as Blob);
  link.download = `problems.${kind}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
