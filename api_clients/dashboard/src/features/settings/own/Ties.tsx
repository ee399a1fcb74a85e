import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { fieldErrors } from "@/lib/problems";

/** Relatives and others close: complaints that name them close to oneself when they arrive. */
export function Ties() {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const ties = $api.useQuery("get", "/api/v1/me/ties/");
  const add = $api.useMutation("post", "/api/v1/me/ties/", { onSuccess: () => setName("") });
  const remove = $api.useMutation("delete", "/api/v1/me/ties/{tie_id}/");
  return (
    <>
      <Text size="sm">
        <Trans>
          A complaint that names one of these people, or you, closes to you when it arrives, if others can
          work it. Nobody else reads this list.
        </Trans>
      </Text>
      <Loaded query={ties}>
        {({ results }) => (
          <Stack gap="xs">
            {results.map((tie) => (
              <Paper key={tie.id} withBorder p="xs">
                <Group justify="space-between">
                  <Text size="sm">{tie.name}</Text>
                  <Button
                    size="xs"
                    variant="default"
                    loading={remove.isPending}
                    onClick={() => remove.mutate({ params: { path: { tie_id: tie.id } } })}
                  >
                    <Trans>Remove</Trans>
                  </Button>
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Loaded>
      <ProblemAlert problem={remove.error} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ body: { name } });
        }}
      >
        <Group align="end">
          <TextInput
            label={t`First and last name`}
            value={name}
            maxLength={150}
            autoComplete="off"
            error={add.error ? fieldErrors(add.error).name : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={add.isPending} disabled={name.trim() === ""}>
            <Trans>Add</Trans>
          </Button>
        </Group>
      </form>
      <ProblemAlert problem={add.error && !fieldErrors(add.error).name ? add.error : null} />
    </>
  );
}
