import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, List, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { differences, type FormSchema } from "./model";
import { HOW, OFFER, PURPOSE, WHAT } from "./words";

/** What was published before, and what each version changed. */
export function Versions({ slug }: { slug: string }) {
  const { t } = useLingui();
  const dates = useDates();
  const [opened, setOpened] = useState<number | null>(null);
  const versions = $api.useQuery("get", "/api/v1/partners/{slug}/form/versions/", {
    params: { path: { slug } },
  });
  return (
    <Loaded query={versions}>
      {({ results }) => (
        <Stack gap="xs">
          {results.map((one) => (
            <Paper key={one.id} withBorder p="sm">
              <Group justify="space-between">
                <Group gap="xs">
                  <Text fw={600}>{t`Version ${one.number ?? ""}`}</Text>
                  <Text size="sm" c="dimmed">
                    {one.published_at && dates.moment(one.published_at)}
                  </Text>
                  {one.is_shipped && (
                    <Badge variant="light" color="gray" tt="none">
                      <Trans>comes with Dosja</Trans>
                    </Badge>
                  )}
                </Group>
                {(one.number ?? 1) > 1 && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-expanded={opened === one.number}
                    onClick={() => setOpened(opened === one.number ? null : (one.number ?? null))}
                  >
                    <Trans>What changed</Trans>
                  </Button>
                )}
              </Group>
              {opened !== null && opened === one.number && <Changed slug={slug} number={opened} />}
            </Paper>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

function Changed({ slug, number }: { slug: string; number: number }) {
  const after = useVersion(slug, number);
  const before = useVersion(slug, number - 1);
  return (
    <Loaded query={after}>
      {(newer) => (
        <Loaded query={before}>
          {(older) => <Differences before={older.schema} after={newer.schema} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function useVersion(slug: string, number: number) {
  return $api.useQuery(
    "get",
    "/api/v1/partners/{slug}/form/versions/{number}/",
    { params: { path: { slug, number: String(number) } } },
    { staleTime: 600_000 },
  ) satisfies { data?: Schemas["FormVersionDetail"] };
}

/** What differs between two forms, in words. */
export function Differences({ before, after }: { before: FormSchema; after: FormSchema }) {
  const { t } = useLingui();
  const word = useWord();
  const found = differences(before, after);
  if (found.length === 0)
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing differs.</Trans>
      </Text>
    );
  return (
    <List size="sm" mt="xs">
      {found.map(({ what, how, name }) => {
        const named = what === "offer" ? word(OFFER, name) : what === "consent" ? word(PURPOSE, name) : name;
        return (
          <List.Item key={`${what} ${how} ${name}`}>
            {t`${word(WHAT, what)} “${named}”: ${word(HOW, how)}`}
          </List.Item>
        );
      })}
    </List>
  );
}
