import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Stack, Text } from "@mantine/core";
import { Link, useParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api } from "@/lib/api";
import { TaskCard } from "./TaskCard";

/** One task by its own address: where an entry of the calendar leads. */
export function TaskPage() {
  const { t } = useLingui();
  const { taskId = "" } = useParams();
  const query = $api.useQuery("get", "/api/v1/tasks/{task_id}/", { params: { path: { task_id: taskId } } });
  return (
    <Stack maw={720}>
      <PageTitle name={t`Task`} />
      <Loaded query={query}>
        {(task) => (
          <>
            {task.case ? (
              <Text>
                <Trans>Case</Trans>{" "}
                <Anchor component={Link} to={`/cases/${task.case.id}`}>
                  {task.case.reference}
                </Anchor>
              </Text>
            ) : (
              <Text>
                <Trans>
                  Another partner offers this. Its case is shown when you accept:{" "}
                  <Anchor component={Link} to="/network">
                    offers of the network
                  </Anchor>
                  .
                </Trans>
              </Text>
            )}
            <TaskCard task={task} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}
