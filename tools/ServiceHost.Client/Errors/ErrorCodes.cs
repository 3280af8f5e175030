namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Every code of a <see cref="SuiteError"/>. <c>docs/errors.md</c> gives cause and remedy of each; a code never changes its meaning.</summary>
public static class ErrorCodes
{
    /// <summary>The manifest is not there or can't be read.</summary>
    public const string ManifestUnreadable = "SUITE101";

    /// <summary>The manifest is no JSON.</summary>
    public const string ManifestMalformed = "SUITE102";

    /// <summary>A key that the manifest doesn't know.</summary>
    public const string ManifestUnknownKey = "SUITE103";

    /// <summary>A value of the wrong type or outside its range.</summary>
    public const string ManifestBadValue = "SUITE104";

    /// <summary>A key that must be there is missing, or two that exclude each other are.</summary>
    public const string ManifestMissingKey = "SUITE105";

    /// <summary>Two services have one name, one port, or a key stands twice.</summary>
    public const string ManifestDuplicate = "SUITE106";

    /// <summary>A service depends on one that is not in the manifest.</summary>
    public const string ManifestUnknownDependency = "SUITE107";

    /// <summary>Services depend on each other in a circle.</summary>
    public const string ManifestCycle = "SUITE108";

    /// <summary>A project, a folder of migrations or a working directory is not there.</summary>
    public const string ManifestMissingPath = "SUITE109";

    /// <summary>An option of the command line, or the options file, is wrong.</summary>
    public const string BadOption = "SUITE110";

    /// <summary>No service of that name is in the manifest.</summary>
    public const string UnknownService = "SUITE111";

    /// <summary>MSBuild can't build in this folder (build/IntegrationSuite.props).</summary>
    public const string UnbuildableFolder = "SUITE112";

    /// <summary>The solution does not have its targets (build/IntegrationSuite.targets).</summary>
    public const string SolutionNotJoined = "SUITE113";

    /// <summary>A reference (<c>${…}</c>) of the manifest that there is none of, or to what is said only later.</summary>
    public const string UnknownReference = "SUITE114";

    /// <summary>A variable of the caller's environment that the manifest refers to is not set.</summary>
    public const string VariableNotSet = "SUITE115";

    /// <summary>Solution and test project use different versions (build/IntegrationSuite.Solution.targets).</summary>
    public const string VersionsDiffer = "SUITE116";

    /// <summary><c>servicehost init</c> found no service.</summary>
    public const string NothingFound = "SUITE117";

    /// <summary>A file that <c>servicehost init</c> reads is malformed.</summary>
    public const string InputMalformed = "SUITE118";

    /// <summary>A file that <c>servicehost init</c> writes can't be written.</summary>
    public const string OutputUnwritable = "SUITE119";

    /// <summary>A supervisor runs already on this run directory.</summary>
    public const string AlreadyRunning = "SUITE201";

    /// <summary>Somebody else holds a service's port.</summary>
    public const string PortInUse = "SUITE202";

    /// <summary>A project was not built.</summary>
    public const string NotBuilt = "SUITE203";

    /// <summary>A service could not be launched at all.</summary>
    public const string LaunchFailed = "SUITE204";

    /// <summary>A service ended before it was healthy.</summary>
    public const string ExitedAtStart = "SUITE205";

    /// <summary>A service did not become healthy in time.</summary>
    public const string NotHealthyInTime = "SUITE206";

    /// <summary>A service ended while it was in use.</summary>
    public const string ServiceDied = "SUITE207";

    /// <summary>The supervisor could not be started or did not answer.</summary>
    public const string SupervisorFailed = "SUITE208";

    /// <summary>The supervisor ended while somebody held a lease.</summary>
    public const string SupervisorLost = "SUITE209";

    /// <summary>Nothing runs that could be asked.</summary>
    public const string NotRunning = "SUITE210";

    /// <summary>The start was called off: somebody stopped the run, or the last lease was given back.</summary>
    public const string StartCancelled = "SUITE211";

    /// <summary>The run's folder can't be written to.</summary>
    public const string RunDirectoryUnusable = "SUITE212";

    /// <summary>A request does not fit the state a service is in.</summary>
    public const string RequestRefused = "SUITE213";

    /// <summary>No free port was found.</summary>
    public const string NoFreePort = "SUITE214";

    /// <summary>The services were stopped by somebody else while they were in use.</summary>
    public const string StoppedInUse = "SUITE215";

    /// <summary>The process may have too few files open.</summary>
    public const string TooFewDescriptors = "SUITE219";

    /// <summary>A folder for private things can be changed by other users.</summary>
    public const string FolderNotSafe = "SUITE218";

    /// <summary>A service lives, but stopped listening while it was in use.</summary>
    public const string StoppedListening = "SUITE216";

    /// <summary>A fixed port is one from which this machine makes outgoing connections. A warning.</summary>
    public const string PortMayBeTaken = "SUITE217";

    /// <summary>A job, or a command that must run before a service starts, failed.</summary>
    public const string JobFailed = "SUITE220";

    /// <summary>A job, or a command that must run before a service starts, did not end in time.</summary>
    public const string JobLate = "SUITE221";

    /// <summary>Services run in containers, and no container engine answers.</summary>
    public const string NoContainerEngine = "SUITE222";

    /// <summary>A defect of the supervisor itself.</summary>
    public const string InternalError = "SUITE299";

    /// <summary>A service did not stop in time and was killed.</summary>
    public const string ServiceKilled = "SUITE401";

    /// <summary>A process could not be ended.</summary>
    public const string ProcessLeft = "SUITE402";

    /// <summary>A port is still held after the stop.</summary>
    public const string PortLeft = "SUITE403";

    /// <summary>A process of the run had left its process group; it was found and killed.</summary>
    public const string ProcessEscaped = "SUITE404";

    /// <summary>A service crashed when it was asked to stop.</summary>
    public const string CrashedAtStop = "SUITE405";

    /// <summary>A container of the run could not be removed.</summary>
    public const string ContainerLeft = "SUITE406";

    /// <summary>No PostgreSQL server was given or found.</summary>
    public const string PostgresNotFound = "SUITE601";

    /// <summary>The PostgreSQL server that was given can't be reached or refuses.</summary>
    public const string PostgresUnreachable = "SUITE602";

    /// <summary>The run's own PostgreSQL server did not start.</summary>
    public const string PostgresStartFailed = "SUITE603";

    /// <summary>PostgreSQL's data directory can't be initialised.</summary>
    public const string PostgresInitFailed = "SUITE604";

    /// <summary>The run's own PostgreSQL server ended though nobody stopped it.</summary>
    public const string PostgresDied = "SUITE605";

    /// <summary>The run's own PostgreSQL server left something that can't be removed.</summary>
    public const string PostgresLeft = "SUITE606";

    /// <summary>This is root, and there is no user that could run PostgreSQL.</summary>
    public const string PostgresUserMissing = "SUITE607";

    /// <summary>A database can't be created.</summary>
    public const string DatabaseNotCreated = "SUITE608";

    /// <summary>A test failed.</summary>
    public const string TestFailed = "SUITE300";

    /// <summary>Tests of a project failed.</summary>
    public const string TestsFailed = "SUITE301";

    /// <summary>A test process ended without results.</summary>
    public const string NoResults = "SUITE302";

    /// <summary>No test ran at all.</summary>
    public const string NoTests = "SUITE303";

    /// <summary>No test project ran.</summary>
    public const string NoTestProject = "SUITE304";

    /// <summary>A documented answer of a service was exercised by no test.</summary>
    public const string AnswerNotExercised = "SUITE305";

    /// <summary>A service answered with a status that its contract does not document.</summary>
    public const string AnswerNotDocumented = "SUITE306";

    /// <summary>A keyword of an operation's input was seen by no test to be kept and accepted, or broken and refused.</summary>
    public const string KeywordNotExercised = "SUITE307";

    /// <summary>A service's exchange broke its contract, where that is a warning.</summary>
    public const string ContractBroken = "SUITE308";

    /// <summary>A proof of a service's migrations failed, where that is a warning.</summary>
    public const string MigrationUnproved = "SUITE309";

    /// <summary>An operation of a service is too slow, where that is a warning.</summary>
    public const string LatencyNotHeld = "SUITE321";

    /// <summary>A latency could not be judged: the machine was too busy. A warning, neither a pass nor a failure.</summary>
    public const string MachineTooBusy = "SUITE320";

    /// <summary>A test executable does not know the services.</summary>
    public const string TestNotJoined = "SUITE310";

    /// <summary>A service's coverage is below the threshold.</summary>
    public const string CoverageBelow = "SUITE501";

    /// <summary>A service's coverage is not the whole truth.</summary>
    public const string CoverageIncomplete = "SUITE502";

    /// <summary>The coverage that a service left is none.</summary>
    public const string CoverageUnreadable = "SUITE503";

    /// <summary>A service could not be instrumented.</summary>
    public const string InstrumentationFailed = "SUITE510";

    /// <summary>What makes a report of a service's coverage can't be fetched, or failed.</summary>
    public const string CoverageToolFailed = "SUITE511";

    /// <summary>There is no coverage to report.</summary>
    public const string NoCoverage = "SUITE520";

    /// <summary>ReportGenerator failed.</summary>
    public const string ReportFailed = "SUITE521";

    /// <summary>An earlier run left processes or data behind.</summary>
    public const string Leftovers = "SUITE701";

    /// <summary>The state file was cut short, or tells of a run that is over.</summary>
    public const string StateFileStale = "SUITE702";

    /// <summary>The SDK that <c>global.json</c> asks for is not installed.</summary>
    public const string SdkMissing = "SUITE703";

    /// <summary>There is little room on a disk that a run writes to.</summary>
    public const string DiskNearlyFull = "SUITE704";

    /// <summary>Release: there is no verdict.</summary>
    public const string VerdictMissing = "SUITE710";

    /// <summary>Release: the verdict is another than passed.</summary>
    public const string VerdictNotPassed = "SUITE711";

    /// <summary>Release: the verdict is of a part of the tests, or of gates that were let down.</summary>
    public const string VerdictPartial = "SUITE712";

    /// <summary>Release: these are not the binaries that were tested.</summary>
    public const string BinariesDiffer = "SUITE713";

    /// <summary>Release: the verdict is too old.</summary>
    public const string VerdictTooOld = "SUITE714";

    /// <summary>Release: the key that is asked for did not sign the verdict.</summary>
    public const string VerdictNotSigned = "SUITE715";

    /// <summary>Mutation testing: a test fails without a mutant.</summary>
    public const string TestsNotGreen = "SUITE801";

    /// <summary>Mutation testing: the tests kill too few mutants.</summary>
    public const string MutantsSurvived = "SUITE802";

    /// <summary>Mutation testing: git can't tell which lines changed.</summary>
    public const string ChangesUnknown = "SUITE803";

    /// <summary>Mutation testing: the time was up before all mutants were judged, and a threshold asks for all.</summary>
    public const string MutantsNotJudged = "SUITE804";

    /// <summary>Mutation testing: it could not be found out which test reaches which mutant.</summary>
    public const string RecordingIncomplete = "SUITE805";

    /// <summary>The page about a run can't be written.</summary>
    public const string ReportUnwritable = "SUITE820";

    /// <summary>There is no run in a folder that a page could be about.</summary>
    public const string NoRunToReport = "SUITE821";

    /// <summary>A run could not be kept for later ones to rest on.</summary>
    public const string RunNotKept = "SUITE850";
}
