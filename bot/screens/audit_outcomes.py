"""How each deed ended, in words: by kind, since who reads the record asks whether something was done, and if not, about why.

An outcome without words fails `tests/house/test_audit_words.py`.
"""

from bot.words import Words, t

_DONE = """
    Accepted Agreed Allowed AnotherPartner AnswerKept Answered Appointed Asked AskedAgain AskedToMove Begun Booked
    BothInterested Cancelled CardJudged CardPosted CardTakenBack CardWritten Changed CheckedIn Chosen Cloned Confirmed
    Corrected CostSet Decided Declined Deleted Described DetailsCorrected Dismissed Dissolved Divided DraftDropped Drafted
    DrawnUp Dropped Ended EventAttendance EventIsOff EventSheetFacts Exported FilledIn Finished Forgotten Given GoesOn Granted
    Held Hidden HolidayDropped HolidayKept HoursChanged InTheOffice InterestTold InterestWithdrawn InvitationCard Invited
    Issued Joined Judged Kept KeptAsNote LeadDeclined LeadIsOffered LeadTaken LeadTold Left LeftConsortium LetGo LinkMade
    LinkWithdrawn Linked Loaded Logged MorningTurned Moved Noted NotedAbsent NotedDone OfferWithdrawn Offered Opened
    Participation Passed PassedOn Paused Pinned Posted ProfileCorrected Promised Proven Published PutAheadOfAll Queueing Rated
    Receipt RecordSheet RecruitingSet Registered Released Relieved Reminded Removed Renamed ReportTaken Reported
    ResultsShared ResultsTold Revoked RoleEndTold RoleLink RoundMade Said Saved SentToAsker SetUpOffered Shown ShownAgain
    StaffGroupEnded StaffGroupMade Stopped StoppedWaiting Subscriptions SurveyAnswered SurveyFile Taken TakenBack TakenDown
    TakenOut TakesAgain TalkEnded Talking Thanked Told TookSeat Unblocked Unlinked Unpinned Waiting Waits WalkInsCounted Wall
    Watched Wished Withdrawn Written YearSheet posted skipped
"""
_FORBIDDEN = """
    ForOthers Forbidden LinkIsYours NotAMember NotConsultant NotForYou NotLead NotMine NotMyShop NotOfTheOffice NotRegistered
    NotTheLead NotTheirs NotYourShop NotYours OwnInvitation OwnLink OwnShop TooWide
"""
_GONE = """
    CardGone LinkExpired LinkGone LinkOver LinkUnknown LinkUsed NoCard NoCourse NoInvitation NoMeeting NoOffer NoShop
    NoSuchAnnouncement NoSuchCall NoSuchCard NoSuchConsortium NoSuchDate NoSuchEvent NoSuchHoliday NoSuchLink NoSuchRole
    NoSuchSession NoSurvey NobodysTopic NotBlocked NotGiven NotHeld NotIn NotInterested NotLinked NotMet NotOffered NotOpen
    NotShown NotTalking NotWaiting NotWatched NothingAsked NothingOffered NothingOpen NothingReported NoticeGone QuestionGone
    SeatGone ShopGone UnknownGroup WaitsNoMore WasNotIn WasNotThere
"""
_BEFORE = """
    AlreadyBooked AlreadyHere AlreadyIn AlreadyWaiting AlreadyYours AnsweredAlready AnsweredBefore AskedAlready AskedBefore
    BookedBefore ConfirmedAlready ConsultantAlready FreshEnough InvitedAlready MemberAlready NothingChanged NothingMissing
    OfferedAlready PublishedBefore RemindedAlready RemindedToday ReportedBefore SharedBefore SitsThere ToldAlready Unchanged
"""
_MEANWHILE = """
    Certified ChangedMeanwhile IsCancelled JustTaken MembersChanged NewerVersion Outdated Overtaken PartIsAnother Settled
    StillDraft TakenByColleague
"""
_TIME = """
    CallOver DayPast HeldTooOften IsOver MeetingOver NoLonger NotNow NotOver NotThatDay NotYet NotYourTurn OfferOver Over
    OverAlready SurveyClosed TooLate TooLongAgo TooNear TooSoon
"""
_FULL = """
    AllTaken Full NobodyLeft NobodyNew NobodyOffers NobodyThere NobodyToAsk NobodyToRemind SeatsTaken TooMany TooManyAhead
    TooManyAsked TooManyGuests TooManyOpen TooManyQueues TooManySaved TooManyShops TooManyUnanswered TooManyWaiting
    TooManyWatched YearUsed
"""
_RULES = """
    CannotAnswer CannotLead ConsentsMissing DetailsMissing EndsAdvising EndsRegistration LastLead LastOwner MayChange
    NeedsAnswers NeedsApproval NeedsShop NeedsTopics NoSeat NotAgreed NotAsked NotBooked NotComing NotComplete NotDone
    NotForming NotGot NotHeldFor NotJoined NotKept NotLoaded NotPossible NotQueueing NotReady NotRecruiting NotTrading
    OthersGroup PlacedElsewhere ShopsFormHere ShopsPlacedElsewhere SitsIn StillLeads TooFew Undecided WasNot WrongKind
"""
_WORDS = """
    CannotBeSaid NameTaken NoReason NoStars NumberTaken TitleTaken TooLong Unfit WrongAnswer WrongGrant WrongLog
"""
_NOTHING = """
    Expired Lapsed NothingSaid NothingToDoubt NothingToSay NothingToTell NothingWaits NothingYet
"""
_DIFFER = """
    Disputed
"""
_REFUSED = """
    Refused
"""

_KINDS: tuple[tuple[str, Words], ...] = (
    (_DONE, t("done")),
    (_FORBIDDEN, t("refused: no right to it")),
    (_GONE, t("not done: it was not there (any more)")),
    (_BEFORE, t("nothing new: it was so before")),
    (_MEANWHILE, t("not done: it had changed meanwhile")),
    (_TIME, t("not done: not at this time")),
    (_FULL, t("not done: no room, or too many")),
    (_RULES, t("not done: something stands in the way")),
    (_WORDS, t("not done: what was given does not fit")),
    (_NOTHING, t("nothing to do")),
    (_DIFFER, t("the two sides differ")),
    (_REFUSED, t("refused")),
)
OUTCOMES: dict[str, Words] = {name: words for names, words in _KINDS for name in names.split()}
_OF_DEED = {("RefuseShop", "Refused"): t("done")}  # there it is what the deed does


def outcome_words(did: str, outcome: str) -> Words:
    """Of an outcome that this version does not know: it is not said to be done."""
    return _OF_DEED.get((did, outcome)) or OUTCOMES.get(outcome, t("ended in a way this version does not know"))
