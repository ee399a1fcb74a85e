import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWord } from "@/lib/own-words";
import { CASE_COLUMN } from "@/lib/words";
import { columnsOf } from "./columns";
import { useViewSteps, type View, withoutGone } from "./useViews";

/** What a saved view names and is there no more: the list is wider than its author meant, so it is said. */
export function GoneAlert({ view }: { view: View }) {
  const { t } = useLingui();
  const word = useWord();
  const { save } = useViewSteps();
  if (view.gone.length === 0) return null;
  const nameOf = (filter: string) =>
    filter in CASE_COLUMN ? word(CASE_COLUMN, filter as keyof typeof CASE_COLUMN) : filter;
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={t`Something of this view is not there any more`}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          <Trans>The list is shown without it, so it may hold more than the view was made for.</Trans>
        </Text>
        <List size="sm">
          {view.gone.map((one) => (
            <List.Item key={`${one.filter} ${one.value}`}>
              {nameOf(one.filter)}: {one.value}
            </List.Item>
          ))}
        </List>
        {view.may_change && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void save(view, { filters: withoutGone(view), columns: columnsOf(view) ?? [] })}
          >
            <Trans>Take it out of the view</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
