/*
 * Chang and Roberts with initiators, as casestudies/RingWithInitiators, for at most 8 nodes: any set of nodes starts the election, a mailbox
 * is a set of ids. One state of the model is one state here, but for the few in which the initiators are chosen.
 */
#ifndef N
#define N 8
#endif

#define CAND 0
#define LOST 1
#define WON 2

byte status[N];
byte mailbox[N];
bit initiator[N];

inline send(to, id) { mailbox[to] = mailbox[to] | (1 << (id)) }

inline receive(i, k) {
  d_step {
    mailbox[i] = mailbox[i] & (255 - (1 << (k)));
    if
    :: status[i] == LOST -> send((i + 1) % N, k)
    :: status[i] != LOST && k < i -> status[i] = LOST; send((i + 1) % N, k)
    :: status[i] != LOST && k == i -> status[i] = WON
    :: status[i] != LOST && k > i -> skip
    fi
  }
}

proctype node(byte i) {
  atomic {
    if
    :: initiator[i] -> send((i + 1) % N, i)
    :: else
    fi
  };
end:
  do
#if N > 0
  :: atomic { (mailbox[i] & 1) -> receive(i, 0) }
#endif
#if N > 1
  :: atomic { (mailbox[i] & 2) -> receive(i, 1) }
#endif
#if N > 2
  :: atomic { (mailbox[i] & 4) -> receive(i, 2) }
#endif
#if N > 3
  :: atomic { (mailbox[i] & 8) -> receive(i, 3) }
#endif
#if N > 4
  :: atomic { (mailbox[i] & 16) -> receive(i, 4) }
#endif
#if N > 5
  :: atomic { (mailbox[i] & 32) -> receive(i, 5) }
#endif
#if N > 6
  :: atomic { (mailbox[i] & 64) -> receive(i, 6) }
#endif
#if N > 7
  :: atomic { (mailbox[i] & 128) -> receive(i, 7) }
#endif
  od
}

init {
  byte n;
  atomic {
    do
    :: n < N -> if :: initiator[n] = 1 :: status[n] = LOST fi; n++
    :: else -> break
    od;
    n = 0;
    do
    :: n < N -> run node(n); n++
    :: else -> break
    od;
    n = 0
  }
}
