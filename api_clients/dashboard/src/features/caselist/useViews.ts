import { $api, ifMatch, type Schemas } from "@/lib/api";
import { columnsOf } from "./columns";
import { type Filters, type ListState, plain, sameFilters } from "./search";

export type View = Schemas["SavedView"];

/** The views that this person may use, and the one that is chosen. */
export function useViews(state: ListState) {
  const { data } = $api.useQuery("get", "/api/v1/saved-views/", undefined, { staleTime: 60_000 });
  const views = data?.results ?? [];
  const view = views.find((one) => one.id === state.view);
  return { views, view, changed: view !== undefined && !looksLike(state, view) };
}

/** Whether the list looks as the view keeps it. What is gone from the view is no difference. */
function looksLike(state: ListState, view: View): boolean {
  const columns =
    state.columns === null || String(state.columns) === String(columnsOf(view) ?? state.columns);
  return (
    columns &&
    state.ordering === view.ordering &&
    state.board === view.board &&
    sameFilters(state.filters, withoutGone(view))
  );
}

/** The view's filters as far as the list still takes them. */
export function withoutGone(view: View): Filters {
  const gone = (name: string, value: unknown) =>
    view.gone.some((one) => one.filter === name && one.value === String(value));
  const held = Object.entries(view.filters).map(([name, value]) =>
    Array.isArray(value)
      ? [name, value.filter((one) => !gone(name, one))]
      : [name, gone(name, value) ? undefined : value],
  );
  return plain(Object.fromEntries(held) as Filters);
}

/** How the list looks when the view is chosen. */
export const stateOf = (view: View): Partial<ListState> => ({
  filters: withoutGone(view),
  ordering: view.ordering,
  board: view.board,
  view: view.id,
  columns: null,
});

export function useViewSteps() {
  const create = $api.useMutation("post", "/api/v1/saved-views/");
  const change = $api.useMutation("patch", "/api/v1/saved-views/{view_id}/");
  const remove = $api.useMutation("delete", "/api/v1/saved-views/{view_id}/");
  const over = (view: View) => ({
    path: { view_id: view.id },
    header: { "If-Match": ifMatch(view.version) },
  });
  return {
    create,
    error: change.error ?? remove.error,
    save: (view: View, body: Schemas["PatchedViewChangesRequest"]) =>
      change.mutateAsync({ params: over(view), body }),
    remove: (view: View) => remove.mutateAsync({ params: over(view) }),
  };
}
