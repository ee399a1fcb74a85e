import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { counted } from "@/lib/dates";
import { Board } from "./Board";
import { BulkBar } from "./BulkBar";
import { Cards } from "./Cards";
import { CaseTable } from "./CaseTable";
import { ColumnsMenu } from "./ColumnsMenu";
import { columnsOf, extrasIn, useOwnColumns } from "./columns";
import { ExportMenu } from "./ExportMenu";
import { FilterBar } from "./FilterBar";
import { GoneAlert } from "./GoneAlert";
import { Preview } from "./Preview";
import { SearchField } from "./SearchField";
import { type Column, type Filters, isNarrowed, writeState } from "./search";
import { useCases, useCount, useFacets } from "./useCases";
import { useListKeys } from "./useListKeys";
import { useListState } from "./useListState";
import { useSelection } from "./useSelection";
import { useViews } from "./useViews";
import { ViewsMenu } from "./ViewsMenu";

/** All cases that this person may know of: found, narrowed, compared, worked through. */
export function CaseListPage() {
  const { t } = useLingui();
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false }) ?? false;
  const { state, change, replace } = useListState();
  const { views, view, changed } = useViews(state);
  const [own, setOwn] = useOwnColumns();
  const kept = useMemo(() => columnsOf(view), [view]);
  const columns = state.columns ?? kept ?? own;
  const selection = useSelection();
  const [looked, setLooked] = useState(false);
  const facets = useFacets(state.filters, looked || state.board);
  const look = useCallback(() => setLooked(true), []);
  const { top, box } = useTop();
  const narrowTo = (filters: Filters) => change({ filters, preview: null });
  const show = (chosen: Column[]) => {
    setOwn(chosen);
    change({ columns: view ? chosen : null });
  };
  return (
    <div style={{ "--list-top": `${top}px` } as React.CSSProperties}>
      <PageTitle
        name={t`Cases`}
        actions={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t`How to show them`}
              value={state.board ? "board" : "table"}
              onChange={(value) => change({ board: value === "board" })}
              data={[
                { value: "table", label: narrow ? t`List` : t`Table` },
                { value: "board", label: t`Board` },
              ]}
            />
            {!narrow && !state.board && <ColumnsMenu columns={columns} onChange={show} />}
            <ExportMenu columns={columns} filters={state.filters} ordering={state.ordering} />
          </>
        }
      />
      <Stack gap="xs">
        <Group gap="xs">
          <ViewsMenu {...{ state, columns, views, view, changed }} onChange={change} />
          <SearchField
            words={state.filters.search ?? ""}
            onSearch={(search) => narrowTo({ ...state.filters, search: search || undefined })}
          />
          <Total filters={state.filters} />
        </Group>
        <FilterBar filters={state.filters} facets={facets} onChange={narrowTo} onLook={look} />
        {view && <GoneAlert view={view} />}
        <div ref={box} />
        <div
          style={{
            display: "grid",
            gridTemplateColumns: state.preview && !narrow ? "minmax(0, 1fr) 340px" : "minmax(0, 1fr)",
            gap: 12,
          }}
        >
          {state.board ? (
            <Board
              filters={state.filters}
              ordering={state.ordering}
              counts={facets.stage}
              onPreview={(id) => change({ preview: id })}
            />
          ) : (
            <List {...{ state, change, replace, columns, selection, narrow }} onRows={look} />
          )}
          <Preview caseId={state.preview} over={narrow} onClose={() => change({ preview: null })} />
        </div>
        <BulkBar selection={selection} columns={columns} filters={state.filters} ordering={state.ordering} />
      </Stack>
    </div>
  );
}

interface ListProps extends ReturnType<typeof useListState> {
  columns: Column[];
  selection: ReturnType<typeof useSelection>;
  narrow: boolean;
  /** The first rows are there. */
  onRows: () => void;
}

function List({ state, change, replace, columns, selection, narrow, onRows }: ListProps) {
  const shown = narrow ? (["unread"] as const) : extrasIn(columns);
  const found = useCases(state.filters, state.ordering, [...shown]);
  const { rows, hasNextPage, isFetching, fetchNextPage } = found;
  const list = useMemo(
    () => writeState({ ...state, preview: null, columns: null, view: null }).toString(),
    [state],
  );
  const { active, setActive } = useListKeys({
    list,
    rows,
    selection,
    preview: state.preview,
    onPreview: (preview) => replace({ preview }),
  });
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const here = rows.length > 0;
  useEffect(() => {
    if (here) onRows();
  }, [here, onRows]);
  const onPreview = useCallback((id: string) => change({ preview: id }), [change]);
  return (
    <Loaded
      query={found}
      isEmpty={() => rows.length === 0}
      empty={<Nothing filters={state.filters} onAll={() => change({ filters: {} })} />}
      lines={12}
    >
      {() =>
        narrow ? (
          <Cards rows={rows} selection={selection} onPreview={onPreview} onEnd={onEnd} />
        ) : (
          <CaseTable
            list={list}
            old={found.isPlaceholderData}
            rows={rows}
            columns={columns}
            ordering={state.ordering}
            onOrder={(ordering) => change({ ordering })}
            selection={selection}
            active={active}
            onActive={setActive}
            onPreview={onPreview}
            onEnd={onEnd}
          />
        )
      }
    </Loaded>
  );
}

function Nothing({ filters, onAll }: { filters: Filters; onAll: () => void }) {
  return (
    <Stack align="flex-start" gap="xs" py="md">
      <Text c="dimmed">
        {isNarrowed(filters) ? <Trans>No case fits.</Trans> : <Trans>There are no cases yet.</Trans>}
      </Text>
      {isNarrowed(filters) && (
        <Button size="xs" variant="default" onClick={onAll}>
          <Trans>Show all cases</Trans>
        </Button>
      )}
    </Stack>
  );
}

function Total({ filters }: { filters: Filters }) {
  const { data } = useCount(filters);
  if (!data) return null;
  const count = counted(data.count);
  return (
    <Text size="sm" c="dimmed" aria-live="polite">
      {data.capped ? (
        <Trans>more than {count} cases</Trans>
      ) : (
        <Plural value={data.count} one="# case" other="# cases" />
      )}
    </Text>
  );
}

/** How much of the window stands above the list, so that the list fills the rest. */
function useTop() {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(250);
  useEffect(() => {
    const measure = () => {
      const found = box.current?.getBoundingClientRect();
      if (found) setTop(Math.round(found.top + window.scrollY) + 24);
    };
    measure();
    const watch = new ResizeObserver(measure);
    if (box.current?.parentElement) watch.observe(box.current.parentElement);
    return () => watch.disconnect();
  }, []);
  return { top, box };
}
