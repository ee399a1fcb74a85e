# Makes the queues of a comparison in Request Tracker, and one agent who may see and work the first of them alone.
# perl rt_people.pl PASSWORD QUEUE [QUEUE …]
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use RT -init;

my ($password, @names) = @ARGV;
my $system = RT->SystemUser;
my @queues = map {
    my $queue = RT::Queue->new($system);
    my ($made, $said) = $queue->Create(Name => $_);
    $made or die $said;
    $queue;
} @names;

sub person {
    my ($name, %more) = @_;
    my $user = RT::User->new($system);
    my ($made, $said) = $user->Create(Name => $name, EmailAddress => "$name\@example.org", @_ > 1 ? %more : ());
    $made or die $said;
    return $user;
}

my $agent = person('agent', Privileged => 1, Password => $password);
person('complainant');
my $team = RT::Group->new($system);
my ($made, $said) = $team->CreateUserDefinedGroup(Name => 'team');
$made or die $said;
$team->AddMember($agent->PrincipalId);
for my $right (qw(SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket ModifyTicket OwnTicket)) {
    my ($granted, $why) = $team->PrincipalObj->GrantRight(Right => $right, Object => $queues[0]);
    $granted or die $why;
}
