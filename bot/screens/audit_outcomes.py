"""How each deed ended, in words: by kind, since who reads the record asks whether something was done, and if not, about why.

An outcome without words fails `tests/house/test_audit_words.py`.
"""

from bot.words import Words, t

_DONE = """
    Accepted Agreed AllHolds Allowed AmendmentBegun AnotherPartner AnswerKept Answered Appointed Approved Asked AskedAgain AskedToMove
    Begun Booked BothInterested Cancelled CardJudged CardPosted CardTakenBack CardWritten Changed CheckedIn Chosen Cloned
    Confirmed Corrected CostSet Decided Declined Deleted Described DetailsCorrected Dismissed Dissolved Divided DraftDropped
    Drafted DrawnUp Dropped Ended EventAttendance EventIsOff EventSheetFacts Exported FilledIn Finished Forgotten Given GoesOn
    Granted Held Hidden HolidayDropped HolidayKept HoursChanged InTheOffice InterestTold InterestWithdrawn InvitationCard
    Invited Issued Joined Judged Kept KeptAsNote LeadDeclined LeadIsOffered LeadTaken LeadTold LeadsTo Left LeftConsortium
    LetGo LinkMade LinkWithdrawn Linked Loaded Logged MorningTurned Moved Noted NotedAbsent NotedDone OfferWithdrawn Offered
    Opened OutcomeFile Participation Passed PassedOn Paused PhoneFile Pinned Posted ProfileCorrected Promised Proven Published
    PutAheadOfAll Queueing Rated Receipt RecordSheet RecruitingSet Registered Released Relieved Reminded Removed Renamed
    ReportTaken Reported ResultsShared ResultsTold Retried Revoked Right RoleEndTold RoleLink RoundMade Said Saved Scheduled
    SecondAsked SentBack SentToAsker SetUpOffered Showing Shown ShownAgain StaffGroupEnded StaffGroupMade Stopped
    StoppedWaiting Subscriptions SurveyAnswered SurveyFile Taken TakenBack TakenDown TakenOut TakesAgain TalkEnded Talking
    Thanked ThrownAway Told TookSeat Unblocked Unlinked Unpinned Waiting Waits WalkInsCounted Wall Watched Wished Withdrawn
    Written YearSheet changed new posted skipped Freed Tested
"""
_FORBIDDEN = """
    ForOthers Forbidden LinkIsYours NotAMember NotConsultant NotForYou NotLead NotMine NotMyShop NotOfTheOffice NotRegistered
    NotTheLead NotTheirs NotYourShop NotYours OutOfReach OutsideYourScope OwnInvitation OwnLink OwnShop OwnText OwnWish TooWide
"""
_GONE = """
    CardGone LeadsNowhere LinkExpired LinkGone LinkOver LinkUnknown LinkUsed Lost NoCard NoCourse NoInvitation NoMeeting NoOffer
    NoShop NoSuchAnnouncement NoSuchCall NoSuchCard NoSuchConsortium NoSuchDate NoSuchEvent NoSuchHoliday NoSuchLink
    NoSuchRole NoSuchSession NoSuchValue NoSurvey NobodysTopic NotBlocked NotGiven NotHeld NotIn NotInterested NotLinked
    NotMet NotOffered NotOpen NotShown NotTalking NotWaiting NotWatched NothingAsked NothingOffered NothingOpen
    NothingReported NothingToAmend NoticeGone QuestionGone SeatGone ShopGone UnknownGroup WaitsNoMore WasNotIn WasNotThere
"""
_BEFORE = """
    AlreadyBooked AlreadyHere AlreadyIn AlreadyWaiting AlreadyYours AnsweredAlready AnsweredBefore AskedAlready AskedBefore
    BookedBefore ConfirmedAlready ConsultantAlready FreshEnough InvitedAlready MemberAlready NothingChanged NothingMissing
    OfferedAlready PublishedBefore RemindedAlready RemindedToday ReportedBefore SharedBefore SitsThere ToldAlready Unchanged
    FreedAlready unchanged
"""
_MEANWHILE = """
    BeingAmended Certified ChangedMeanwhile IsCancelled JustTaken MembersChanged NewerVersion NotSo Outdated Overtaken
    PartIsAnother Settled StillDraft TakenByColleague
"""
_TIME = """
    CallOver DayPast DoorsClosed HeldTooOften IsOver MeetingOver NoLonger NoThanksDue NotDue NotNow NotOver NotThatDay NotThen
    NotYet NotYourTurn OfferOver Over OverAlready SurveyClosed TooLate TooLongAgo TooNear TooSoon
"""
_FULL = """
    AllTaken EnoughButtons EnoughRetries Full NobodyElse NobodyLeft NobodyNew NobodyOffers NobodySecond NobodyThere
    NobodyToAsk NobodyToRemind NobodyToRetry SeatsTaken TooMany TooManyAhead TooManyAsked TooManyGuests TooManyOpen
    TooManyQueues TooManySaved TooManyShops TooManyUnanswered TooManyWaiting TooManyWatched YearUsed
"""
_RULES = """
    CannotAnswer CannotLead ConsentsMissing DetailsMissing EndsAdvising EndsRegistration LastLanguage LastLead LastOwner
    MayChange NeedsAnswers NeedsApproval NeedsShop NeedsTopics NoSeat NotAgreed NotAsked NotBooked NotComing NotComplete
    NotDone NotForming NotGot NotHeldFor NotJoined NotKept NotLoaded NotPossible NotQueueing NotReady NotRecruiting NotTested
    NotTrading OthersGroup PlacedElsewhere ShopsFormHere ShopsPlacedElsewhere SitsIn StillLeads TooFew Undecided WasNot
    WrongKind
"""
_WORDS = """
    CannotBeSaid NameTaken NoReason NoStars NumberTaken TitleTaken TooLong Unfit WrongAnswer WrongGrant WrongLog
"""
_NOTHING = """
    Expired Lapsed NothingSaid NothingToDoubt NothingToSay NothingToTell NothingWaits NothingYet
"""
_DIFFER = """
    Disputed SomethingBroken Wrong
"""
_REFUSED = """
    Refused
"""

_KINDS: tuple[tuple[str, Words], ...] = (
    (_DONE, t("carried out")),
    (_FORBIDDEN, t("refused: no right to it")),
    (_GONE, t("not done: it was not there (any more)")),
    (_BEFORE, t("nothing new: it was so before")),
    (_MEANWHILE, t("not done: it had changed meanwhile")),
    (_TIME, t("not done: not at this time")),
    (_FULL, t("not done: no room, or too many")),
    (_RULES, t("not done: something stands in the way")),
    (_WORDS, t("not done: what was given does not fit")),
    (_NOTHING, t("nothing to do")),
    (_DIFFER, t("the two do not agree")),
    (_REFUSED, t("refused")),
)
OUTCOMES: dict[str, Words] = {name: words for names, words in _KINDS for name in names.split()}
_OF_DEED = {
    ("RefuseShop", "Refused"): t("carried out"),  # there it is what the deed does
    ("CheckShop", "waiting"): t("no answer yet"),
    ("CheckShop", "by_hand"): t("left to a coordinator"),
    ("CheckShop", "active"): t("in business"),
    ("CheckShop", "proven"): t("confirmed by a coordinator"),
    ("CheckShop", "suspended"): t("suspended"),
    ("CheckShop", "closed"): t("closed for good"),
    ("CheckShop", "unknown"): t("number not known"),
    ("CheckShop", "mismatch"): t("name or date differ"),
    ("CheckShop", "refused"): t("not confirmed"),
}


def outcome_words(did: str, outcome: str) -> Words:
    """Of an outcome that this version does not know: it is not said to be done."""
    return _OF_DEED.get((did, outcome)) or OUTCOMES.get(outcome, t("ended in a way this version does not know"))
