import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, type Schemas } from "@/lib/api";
import { useSession } from "@/lib/session";
import { PARTS, type TaskPart } from "./parts";
import { countOf, Section } from "./Section";
import { type AnyTask, TaskRow } from "./TaskRow";

type Found = Schemas["TasksOfToday"];

/** A part of the work list: its first tasks, and all of them when asked for. */
export function TaskPartView({ part, found, loud }: { part: TaskPart; found: Found; loud: boolean }) {
  const { i18n } = useLingui();
  const [whole, setWhole] = useState(false);
  const rest = found.count - found.rows.length;
  return (
    <Section
      part={part}
      title={i18n._(PARTS[part].title)}
      count={countOf(found)}
      loud={loud}
      more={
        !whole &&
        rest > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            <Trans>Show all</Trans>
          </Button>
        )
      }
    >
      {whole ? <All query={found.query} /> : found.rows.map((task) => <TaskRow key={task.id} task={task} />)}
    </Section>
  );
}

/** The same list, as long as it is, page by page. */
function All({ query }: { query: Found["query"] }) {
  const { partner } = useSession();
  const narrowed = {
    partner: partner?.slug,
    whose: query.whose,
    kind: query.kind,
    nobodys: query.nobodys,
    due_from: query.due_from ?? undefined,
    due_until: query.due_until ?? undefined,
    page_size: 50,
  };
  const pages = $api.useInfiniteQuery(
    "get",
    "/api/v1/tasks/",
    { params: { query: narrowed } },
    { pageParamName: "cursor", initialPageParam: null, getNextPageParam: cursorOf },
  );
  const tasks: AnyTask[] = pages.data?.pages.flatMap((page) => page.results) ?? [];
  return (
    <>
      {pages.error && (
        <li>
          <ProblemAlert problem={pages.error} onRetry={() => void pages.refetch()} />
        </li>
      )}
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
      {(pages.hasNextPage || pages.isPending) && (
        <li>
          <Button
            fullWidth
            variant="subtle"
            loading={pages.isFetching}
            onClick={() => void pages.fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </li>
      )}
    </>
  );
}

function cursorOf(last: { next: string | null }): string | undefined {
  return last.next
    ? (new URL(last.next, location.origin).searchParams.get("cursor") ?? undefined)
    : undefined;
}
