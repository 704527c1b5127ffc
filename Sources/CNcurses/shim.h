/* What Swift cannot say about ncurses and signals by itself: macros, global variables and
   functions that run inside a signal handler. */
#ifndef LINEWISE_CNCURSES_SHIM_H
#define LINEWISE_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* Globals and macros */

static inline WINDOW *linewise_window(void) { return stdscr; }
static inline int linewise_colours(void) { return COLORS; }
static inline int linewise_pairs(void) { return COLOR_PAIRS; }

static inline SCREEN *linewise_newterm(const char *name) { return newterm(name, stdout, stdin); }

static inline const char *linewise_codeset(void) { return nl_langinfo(CODESET); }

static inline void linewise_clear_on_next_update(void) { clearok(curscr, TRUE); }

/* A string of the terminal's description; NULL if it has none of that name. */
static inline const char *linewise_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/* Replaces a string of the terminal's description by a shorter one, where it lies: the library reads a
   copy of the description that its header's macros do not lead to. */
static inline void linewise_shorten(const char *name, const char *text) {
  char *own = tigetstr(name);
  if (own && own != (char *)-1 && strlen(text) <= strlen(own)) memcpy(own, text, strlen(text) + 1);
}

enum {
  linewise_bold = 1,
  linewise_italic = 2,
  linewise_underline = 4,
  linewise_reverse = 8,
  linewise_dim = 16
};

/* A blank in a look, which the other letters of that look are made from. */
static inline cchar_t linewise_blank(int marks, int pair) {
  attr_t attributes = A_NORMAL;
  if (marks & linewise_bold) attributes |= A_BOLD;
  if (marks & linewise_italic) attributes |= A_ITALIC;
  if (marks & linewise_underline) attributes |= A_UNDERLINE;
  if (marks & linewise_reverse) attributes |= A_REVERSE;
  if (marks & linewise_dim) attributes |= A_DIM;
  cchar_t blank;
  setcchar(&blank, L" ", attributes, 0, &pair);
  return blank;
}

/* Seen only by those who ask for all of X/Open. */
extern int wcwidth(wchar_t letter);

/* The size of the terminal, from the kernel; 0 if it knows none. */
static inline int linewise_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return size.ws_col > 0 && size.ws_row > 0;
}

/* Signals. The state is static in whatever file includes this: call these functions from one
   Swift file alone. */

#define LINEWISE_LONGEST_RESET 1024

static struct {
  int pipe;
  int terminal;
  volatile sig_atomic_t armed;
  volatile sig_atomic_t aside;
  struct termios modes;
  char reset[LINEWISE_LONGEST_RESET];
  size_t reset_length;
  char alternate_stack[65536];
} linewise_signals = {-1, STDOUT_FILENO, 0, 0, {0}, {0}, 0, {0}};

/* Runs as a signal handler: one byte into the pipe. While another program has the terminal, its
   interrupts are none of ours. */
static void linewise_note(int number) {
  int error = errno;
  if (linewise_signals.aside && (number == SIGINT || number == SIGQUIT)) return;
  char letter = number == SIGWINCH ? 'W' : number == SIGCONT ? 'C' : number == SIGTSTP ? 'Z' : 'T';
  ssize_t written = write(linewise_signals.pipe, &letter, 1);
  (void)written;
  errno = error;
}

/* Runs as a signal handler: gives the terminal back, then dies as it would have. */
static void linewise_crash(int number) {
  if (linewise_signals.armed) {
    linewise_signals.armed = 0;
    ssize_t written =
        write(linewise_signals.terminal, linewise_signals.reset, linewise_signals.reset_length);
    (void)written;
    tcsetattr(STDIN_FILENO, TCSANOW, &linewise_signals.modes);
  }
  signal(number, SIG_DFL);
  raise(number);
}

/* Remembers the terminal's modes as they are. */
static inline void linewise_save_modes(void) { tcgetattr(STDIN_FILENO, &linewise_signals.modes); }

static inline void linewise_restore_modes(void) {
  tcsetattr(STDIN_FILENO, TCSADRAIN, &linewise_signals.modes);
}

/* What a crash writes to the terminal, by this descriptor, before anything else; cut if it is too
   long. */
static inline void linewise_arm(int terminal, const char *reset, size_t length) {
  linewise_signals.armed = 0;
  linewise_signals.terminal = terminal;
  if (length > LINEWISE_LONGEST_RESET) length = LINEWISE_LONGEST_RESET;
  memcpy(linewise_signals.reset, reset, length);
  linewise_signals.reset_length = length;
  linewise_signals.armed = 1;
}

static inline void linewise_handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static inline int linewise_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static const int linewise_noted[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGINT, SIGHUP, SIGQUIT};
static const int linewise_fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};

/* Turns signals into bytes of the pipe, and crashes into a terminal that can be used. A signal
   that whoever started the program had ignored stays ignored. One that was blocked, which is what
   the threads of some starters pass on, is let through: it would neither stop nor end us. */
static inline void linewise_install(int pipe) {
  linewise_signals.pipe = pipe;
  linewise_signals.aside = 0;
  sigset_t ours;
  sigemptyset(&ours);
  for (size_t i = 0; i < sizeof linewise_noted / sizeof *linewise_noted; i++) {
    int number = linewise_noted[i];
    sigaddset(&ours, number);
    int may_be_ignored = number == SIGHUP || number == SIGINT || number == SIGQUIT;
    if (may_be_ignored && linewise_is_ignored(number)) continue;
    linewise_handle(number, linewise_note, SA_RESTART);
  }
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = linewise_signals.alternate_stack;
  stack.ss_size = sizeof linewise_signals.alternate_stack;
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < sizeof linewise_fatal / sizeof *linewise_fatal; i++) {
    sigaddset(&ours, linewise_fatal[i]);
    linewise_handle(linewise_fatal[i], linewise_crash, SA_ONSTACK | SA_NODEFER | SA_RESETHAND);
  }
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

/* Gives every signal back that was turned into a byte. */
static inline void linewise_uninstall(void) {
  for (size_t i = 0; i < sizeof linewise_noted / sizeof *linewise_noted; i++) {
    if (!linewise_is_ignored(linewise_noted[i])) signal(linewise_noted[i], SIG_DFL);
  }
}

/* While another program has the terminal: stopping stops this one too, with nothing to redraw. */
static inline void linewise_step_aside(void) {
  linewise_signals.armed = 0;
  linewise_signals.aside = 1;
  signal(SIGTSTP, SIG_DFL);
  signal(SIGCONT, SIG_DFL);
}

/* Stops this job as the terminal itself would have: the others of the group, then this process,
   which goes on here when it is continued. A group that nobody could continue is not stopped.
   Comes after linewise_step_aside. */
static inline void linewise_stop(void) {
  signal(SIGTSTP, SIG_IGN);
  kill(0, SIGTSTP);
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
}

#endif
