; The programs of ring 3: a page each in the image, all for the same address, and a library page that
; every process shares.

; program NAME, number
%macro program 2
        section program_%1 start=(PROGRAMS_OFFSET + (%2) * PAGE) vstart=USER_TEXT
%endmacro
%macro program_end 0
        times PAGE - ($ - $$) db 0
%endmacro

; call_kernel NUMBER
%macro call_kernel 1
        mov eax, %1
        int SYSTEM_CALL
%endmacro

; must CONDITION, status: or the program ends with that status.
%macro must 2                           ; condition, status otherwise
        j%1 %%good
        mov eax, %2
        jmp end_with
%%good:
%endmacro

PROGRAM_COUNT   equ 9
LIBRARY         equ PROGRAM_COUNT       ; its page is behind the programs'

        section strings
        align 4, db 0
program_names:
        dd .first, .primes, .sequence, .checksum, .fork, .touch, .fault, .hostile, .segments
.first:         db "first", 0
.primes:        db "primes", 0
.sequence:      db "sequence", 0
.checksum:      db "checksum", 0
.fork:          db "fork", 0
.touch:         db "touch", 0
.fault:         db "fault", 0
.hostile:       db "hostile", 0
.segments:      db "segments", 0

        program first, 0
%include "user/first.asm"
        program_end
        program primes, 1
%include "user/primes.asm"
        program_end
        program sequence, 2
%include "user/sequence.asm"
        program_end
        program checksum, 3
%include "user/checksum.asm"
        program_end
        program fork, 4
%include "user/fork.asm"
        program_end
        program touch, 5
%include "user/touch.asm"
        program_end
        program fault, 6
%include "user/fault.asm"
        program_end
        program hostile, 7
%include "user/hostile.asm"
        program_end
        program segments, 8
%include "user/segments.asm"
        program_end
        section library start=(PROGRAMS_OFFSET + LIBRARY * PAGE) vstart=USER_LIBRARY
%include "user/library.asm"
        program_end
