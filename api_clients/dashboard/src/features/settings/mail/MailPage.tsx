import { Trans, useLingui } from "@lingui/react/macro";
import {
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useEdited } from "@/components/useEdited";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { asProblem } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { MAIL_PROTECTION } from "@/lib/words";
import { SaveBar } from "../SaveBar";
import { MAIL_PROBLEM } from "./problems";

type Account = Schemas["MailAccount"];
type Values = Omit<
  Account,
  "version" | "checked_at" | "last_problem" | "smtp_password_is_set" | "imap_password_is_set"
>;

const NEW: Values = {
  address: "",
  sender_name: "",
  smtp_host: "",
  smtp_port: 465,
  smtp_protection: "tls",
  smtp_user: "",
  imap_host: "",
  imap_port: 993,
  imap_protection: "tls",
  imap_user: "",
  imap_folder: "INBOX",
  takes_tags: false,
  is_on: true,
};

function valuesOf(account: Account | null): Values {
  if (!account) return NEW;
  const { version, checked_at, last_problem, smtp_password_is_set, imap_password_is_set, ...values } =
    account;
  return values;
}

async function read(slug: string): Promise<Account | null> {
  const { data, error } = await api.GET("/api/v1/partners/{slug}/mail-account/", {
    params: { path: { slug } },
  });
  if (data) return data;
  // There is none yet.
  if (asProblem(error).status === 404) return null;
  throw error;
}

/** The account through which letters leave and answers arrive. */
export default function MailPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const account = useQuery({ queryKey: ["mail account", slug], queryFn: () => read(slug) });
  return (
    <Stack>
      <PageTitle name={t`Mail account`} />
      <Text size="sm" c="dimmed">
        <Trans>Letters to institutions leave through your own account, under your own address.</Trans>
      </Text>
      <Loaded query={account}>{(found) => <Form key={slug} slug={slug} account={found} />}</Loaded>
    </Stack>
  );
}

function Form({ slug, account }: { slug: string; account: Account | null }) {
  const { t } = useLingui();
  // Passwords stay out of drafts: they are typed anew.
  const [passwords, setPasswords] = useState<{ smtp?: string; imap?: string }>({});
  const write = $api.useMutation("put", "/api/v1/partners/{slug}/mail-account/");
  const remove = $api.useMutation("delete", "/api/v1/partners/{slug}/mail-account/");
  const params = (over: number) => ({ path: { slug }, header: { "If-Match": ifMatch(over) } });
  const edited = useEdited<Values>({
    place: `settings/${slug}/mail`,
    saved: valuesOf(account),
    version: account?.version ?? 0,
    save: async (values, over) => {
      await write.mutateAsync({
        params: params(over),
        body: {
          ...values,
          ...(passwords.smtp ? { smtp_password: passwords.smtp } : {}),
          ...(passwords.imap ? { imap_password: passwords.imap } : {}),
        },
      });
      setPasswords({});
    },
    current: async () => {
      const now = await read(slug);
      return { values: valuesOf(now), version: now?.version ?? 0 };
    },
  });
  const { values, change, errors } = edited;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t`E-mail address`}
          type="email"
          value={values.address}
          error={errors.address}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
        <TextInput
          label={t`Name of the sender`}
          value={values.sender_name}
          error={errors.sender_name}
          onChange={(event) => change({ sender_name: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Server
        side="smtp"
        title={t`Outgoing (SMTP)`}
        edited={edited}
        password={passwords.smtp ?? ""}
        isSet={account?.smtp_password_is_set ?? false}
        onPassword={(smtp) => {
          setPasswords({ ...passwords, smtp });
          change({});
        }}
      />
      <Server
        side="imap"
        title={t`Incoming (IMAP); without a server nothing is read`}
        edited={edited}
        password={passwords.imap ?? ""}
        isSet={account?.imap_password_is_set ?? false}
        onPassword={(imap) => {
          setPasswords({ ...passwords, imap });
          change({});
        }}
      />
      <TextInput
        label={t`Folder that is read`}
        maw={320}
        value={values.imap_folder}
        error={errors.imap_folder}
        onChange={(event) => change({ imap_folder: event.currentTarget.value })}
      />
      <Checkbox
        label={t`Mail to name+tag@domain arrives here`}
        description={t`Every letter then has an address of its own for answers.`}
        checked={values.takes_tags}
        onChange={(event) => change({ takes_tags: event.currentTarget.checked })}
      />
      <Checkbox
        label={t`In use`}
        description={t`Off: nothing leaves, nothing is read.`}
        checked={values.is_on}
        onChange={(event) => change({ is_on: event.currentTarget.checked })}
      />
      <ProblemAlert problem={remove.error} />
      <SaveBar
        edited={edited}
        fields={(Object.keys(NEW) as (keyof Values)[]).map((name) => ({ name, label: name }))}
      >
        {account && (
          <ConfirmButton
            variant="default"
            question={t`No letter leaves by mail any more; the passwords are destroyed.`}
            onConfirm={() => {
              edited.discard();
              remove.mutate({ params: params(account.version) });
            }}
          >
            <Trans>Delete the account</Trans>
          </ConfirmButton>
        )}
      </SaveBar>
      {account && !edited.dirty && <Check slug={slug} account={account} />}
    </Stack>
  );
}

interface ServerProps {
  side: "smtp" | "imap";
  title: string;
  edited: ReturnType<typeof useEdited<Values>>;
  password: string;
  isSet: boolean;
  onPassword: (password: string) => void;
}

function Server({
  side,
  title,
  edited: { values, change, errors },
  password,
  isSet,
  onPassword,
}: ServerProps) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <Stack gap="xs" role="group" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t`Server`}
          value={values[`${side}_host`]}
          error={errors[`${side}_host`]}
          onChange={(event) => change({ [`${side}_host`]: event.currentTarget.value })}
        />
        <NumberInput
          label={t`Port`}
          min={1}
          max={65535}
          value={values[`${side}_port`]}
          error={errors[`${side}_port`]}
          onChange={(port) => typeof port === "number" && change({ [`${side}_port`]: port })}
        />
        <Select
          label={t`Protection`}
          data={Object.keys(MAIL_PROTECTION).map((one) => ({
            value: one,
            label: word(MAIL_PROTECTION, one as Schemas["MailProtection"]),
          }))}
          value={values[`${side}_protection`]}
          allowDeselect={false}
          error={errors[`${side}_protection`]}
          onChange={(next) => next && change({ [`${side}_protection`]: next as Schemas["MailProtection"] })}
        />
        <TextInput
          label={t`User name`}
          autoComplete="off"
          value={values[`${side}_user`]}
          error={errors[`${side}_user`]}
          onChange={(event) => change({ [`${side}_user`]: event.currentTarget.value })}
        />
        <PasswordInput
          label={t`Password`}
          description={isSet ? t`One is kept. Type another to replace it.` : undefined}
          autoComplete="new-password"
          value={password}
          error={errors[`${side}_password`]}
          visibilityToggleButtonProps={{ "aria-label": t`Show the password` }}
          onChange={(event) => onPassword(event.currentTarget.value)}
        />
      </SimpleGrid>
    </Stack>
  );
}

function Check({ slug, account }: { slug: string; account: Account }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const check = $api.useMutation("post", "/api/v1/partners/{slug}/mail-account/check/");
  const sides = check.data
    ? ([
        ["SMTP", check.data.smtp],
        ["IMAP", check.data.imap],
      ] as const)
    : [];
  return (
    <Stack gap="xs" component="section" aria-label={t`Check of the account`}>
      <Group>
        <Button
          variant="default"
          loading={check.isPending}
          onClick={() => check.mutate({ params: { path: { slug } } })}
        >
          <Trans>Check the account</Trans>
        </Button>
        {account.checked_at && (
          <Text size="sm" c="dimmed">
            <Trans>checked {dates.moment(account.checked_at)}</Trans>
          </Text>
        )}
      </Group>
      {!check.data && account.last_problem && (
        <Alert color="orange">{word(MAIL_PROBLEM, account.last_problem)}</Alert>
      )}
      {sides.map(
        ([name, side]) =>
          side && (
            <Alert key={name} color={side.works ? "green" : "red"} role="status">
              {side.works ? t`${name}: works` : t`${name}: ${word(MAIL_PROBLEM, side.problem ?? "protocol")}`}
            </Alert>
          ),
      )}
      <ProblemAlert problem={check.error} />
    </Stack>
  );
}
