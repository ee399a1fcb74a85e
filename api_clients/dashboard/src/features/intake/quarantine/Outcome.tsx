import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, List } from "@mantine/core";
import { Link } from "react-router";
import type { Schemas } from "@/lib/api";

/** What came of each of many: the cases that were opened, and what stood against the others. */
export function Outcome({ results }: { results: Schemas["Done"][] | undefined }) {
  const { t } = useLingui();
  const told = results?.filter((one) => one.case || !one.done) ?? [];
  if (told.length === 0) return null;
  return (
    <Alert color="green" variant="light" title={t`Done`} role="status">
      <List size="sm">
        {told.map((one) => (
          <List.Item key={one.id}>
            {one.case ? (
              <Anchor component={Link} to={`/intake?case=${one.case}`} size="sm">
                {one.reference}
              </Anchor>
            ) : (
              (one.title ?? <Trans>It could not be done.</Trans>)
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
