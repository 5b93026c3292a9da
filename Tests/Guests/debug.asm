; Debug registers, single step, resume flag and the traps of every kind of instruction.
%include "system.inc"

VECTOR          equ 50h
DATA            equ 40000h

body:
        call registers
        call stepping
        call code_breakpoints
        call data_breakpoints
        call io_breakpoints
        call detect
        ret

; ---------------------------------------------------------------- the handler
; Every #DB adds to the log: where (from the `try`), DR6's low bits B0..B3, BD, BS, BT. The traps end when
; the program clears TF or DR7 itself, or after 12 of them.
record:
        cmp dword [fault.vector], 1
        jne report_fault
        pushad
        mov eax, [fault.eip]
        sub eax, [began]
        value eax, 2
        mov eax, dr6
        mov edx, eax
        and eax, 0E00Fh
        mov al, ':'
        out 0E9h, al
        mov eax, edx
        shr edx, 9
        and edx, 70h
        and eax, 0Fh
        or edx, eax
        mov ecx, 2
        call hex32
        xor eax, eax
        mov dr6, eax
        popad
        dec dword [left]
        jz .enough
        mov eax, [fault.eflags]
        or eax, [set_rf]
        and eax, [keep]
        push eax
        push dword [fault.cs]
        push dword [fault.eip]
        mov eax, [fault.ds]
        mov ds, eax
        mov eax, [ss:fault.eax]
        iretd
.enough:
        say " ..."
        jmp resume_after

%macro step 1+                          ; try, with TF on after the next instruction
        try %1
        mov dword [left], 12
        mov dword [hook], record
        pushfd
        or byte [esp + 1], 1
        popfd
%endmacro
%macro unstep 0
        pushfd
        and byte [esp + 1], ~1
        popfd
        okay
%endmacro
%macro watch 1+
        try %1
        mov dword [left], 12
        mov dword [hook], record
%endmacro
%macro done 0
        xor eax, eax
        mov dr7, eax
        okay
%endmacro
; address in DRn, with its bits in DR7.
%macro breakpoint 3
        mov eax, %2
        mov dr%1, eax
        mov eax, %3
        mov dr7, eax
%endmacro

; ---------------------------------------------------------------- DR6, DR7, DR4, DR5
registers:
        try "DR6, DR7: all ones, all zeros"
        mov eax, -1
        mov dr6, eax
        mov eax, dr6
        and eax, 0FFFE0FFFh             ; newer processors have bits 11 and 12 and 16
        value eax
        xor eax, eax
        mov dr6, eax
        mov eax, dr6
        value eax
        mov eax, 0FFFFD7FFh             ; not GD, which the next access would meet, nor RTM
        mov dr7, eax
        mov eax, dr7
        value eax
        xor eax, eax
        mov dr7, eax
        mov eax, dr7
        value eax
        okay
        try "DR0 to DR3"
        mov eax, 12345678h
        mov dr0, eax
        inc eax
        mov dr1, eax
        inc eax
        mov dr2, eax
        inc eax
        mov dr3, eax
        mov eax, dr0
        value eax
        mov eax, dr1
        value eax
        mov eax, dr2
        value eax
        mov eax, dr3
        value eax
        okay
        xor eax, eax
        mov dr7, eax
        mov dr6, eax
        try "DR4 and DR5 without DE"
        mov eax, 1
        db 0Fh, 23h, 0E0h               ; mov dr4, eax
        mov eax, dr6
        value eax
        db 0Fh, 21h, 0E8h               ; mov eax, dr5
        value eax
        okay
        xor eax, eax
        mov dr6, eax
        mov eax, 1                      ; is there DE?
        call identify
        test edx, 4
        jz .none
        mov eax, cr4
        or al, 8
        mov cr4, eax
        try "DR4 with DE"
        db 0Fh, 21h, 0E0h
        okay
        try "write to DR5 with DE"
        db 0Fh, 23h, 0E8h
        okay
        mov eax, cr4
        and al, ~8
        mov cr4, eax
.none:
        ret
; CPUID leaf EAX into EDX, zero where there is none.
identify:
        push ebx
        mov edx, eax
        pushfd
        pop eax
        mov ecx, eax
        xor eax, 200000h
        push eax
        popfd
        pushfd
        pop eax
        xor eax, ecx
        test eax, 200000h
        mov eax, edx
        mov edx, 0
        jz .old
        cpuid
.old:   pop ebx
        ret

; ---------------------------------------------------------------- single step
stepping:
        gate IDT + VECTOR * 8, CODE32, .interrupt, 8Fh
        step "NOPs"
        nop
        nop
        unstep
        step "MOV SS holds the trap back"
        mov ax, ss
        mov ss, ax
        nop
        unstep
        step "POP SS too"
        push ss
        pop ss
        nop
        unstep
        step "LSS does not"
        lss esp, [.pointer]
        nop
        unstep
        step "REP MOVSB, after each"
        cld
        mov esi, DATA
        mov edi, DATA + 100h
        mov ecx, 3
        rep movsb
        nop
        unstep
        step "REPE CMPSB"
        mov esi, DATA
        mov edi, DATA + 100h
        mov ecx, 2
        repe cmpsb
        unstep
        step "REP with a count of zero"
        xor ecx, ecx
        rep stosb
        unstep
        step "INT n: not in the handler, after its IRET"
        int VECTOR
        nop
        unstep
        step "INT3's handler is not stepped"
        int3
        unstep
        step "IRET that sets TF: after the next instruction"
        pushfd
        push cs
        push dword .returned
        iretd
.returned:
        nop
        unstep
        step "POPF that clears TF: once more"
        pushfd
        and byte [esp + 1], ~1
        popfd
        nop
        okay
        step "PUSHF shows TF"
        pushfd
        pop eax
        and eax, 100h
        mov [DATA], eax
        unstep
        step "CALL, RET, JMP, LOOP"
        call .subroutine
        mov ecx, 2
.again: loop .again
        jmp short .ahead
.subroutine:
        ret
.ahead:
        unstep
        step "far JMP"
        jmp CODE32:dword .far
.far:
        unstep
        step "CLI and STI"
        cli
        sti
        nop
        cli
        unstep
        step "MOV CR0"
        mov eax, cr0
        mov cr0, eax
        unstep
        step "a fault comes instead of the trap"
        ud2
        okay
        step "INT1 in between"
        db 0F1h
        nop
        unstep
        try "INT1: EIP behind it, DR6 unchanged"
        mov dword [hook], record
        mov dword [left], 12
        db 0F1h
        okay
        try "TF in the frame of a fault, cleared in its handler"
        mov dword [hook], .flags
        pushfd
        or byte [esp + 1], 1
        popfd
        ud2
.flags: mov eax, [fault.eflags]
        and eax, 10100h
        value eax
        flag_value 10100h
        jmp resume_after
        okay
        ret
.interrupt:
        nop
        iretd
        align 4
.pointer:
        dd MAIN_STACK - 1000h
        dw DATA32

; ---------------------------------------------------------------- code breakpoints
code_breakpoints:
        mov dword [set_rf], 10000h
        watch "instruction breakpoint: before it, DR0"
        breakpoint 0, .one, 1
        nop
.one:   nop
        nop
        done
        watch "global, DR3"
        breakpoint 3, .two, 80h
        nop
.two:   nop
        done
        watch "two at one address"
        mov eax, .three
        mov dr1, eax
        breakpoint 2, .three, 14h
        nop
.three: nop
        done
        watch "one disabled shows too when another hits"
        mov eax, .four
        mov dr1, eax
        breakpoint 2, .four, 10h
        nop
.four:  nop
        done
        watch "in the middle of an instruction: no"
        breakpoint 0, .five + 1, 1
.five:  mov eax, 12345678h
        done
        watch "on a prefix: yes"
        breakpoint 0, .six, 1
.six:   db 3Eh
        mov eax, [DATA]
        done
        watch "behind the prefix: no"
        breakpoint 0, .seven + 1, 1
.seven: db 3Eh
        mov eax, [DATA]
        done
        watch "after MOV SS: not"
        breakpoint 0, .eight, 1
        mov ax, ss
        mov ss, ax
.eight: nop
        nop
        done
        watch "in a loop"
        breakpoint 0, .nine, 1
        mov ecx, 3
.nine:  nop
        loop .nine
        done
        watch "on REP: once"
        breakpoint 0, .ten, 1
        mov edi, DATA
        mov ecx, 3
.ten:   rep stosb
        done
        mov dword [set_rf], 0
        mov dword [keep], ~10000h
        watch "with RF clear it comes again"
        breakpoint 0, .eleven, 1
.eleven:
        nop
        done
        mov dword [keep], -1
        try "RF in the frame of a fault and of a code breakpoint"
        mov dword [hook], .flags
        breakpoint 0, .flag, 1
.flag:  nop
.flags: xor eax, eax
        mov dr7, eax
        mov eax, [fault.eflags]
        and eax, 10000h
        value eax
        jmp resume_after
        okay
        try "RF in the frame of #UD"
        mov dword [hook], .flags
        ud2
        okay
        try "RF in the frame of a data breakpoint"
        mov dword [hook], .flags
        breakpoint 0, DATA, 10001h
        mov [DATA], al
        okay
        try "RF in the frame of INT3"
        mov dword [hook], .flags
        int3
        okay
        mov dword [set_rf], 10000h
        watch "code breakpoint and single step together"
        breakpoint 0, .twelve, 1
        pushfd
        or byte [esp + 1], 1
        popfd
        nop
.twelve:
        nop
        pushfd
        and byte [esp + 1], ~1
        popfd
        done
        watch "a breakpoint comes before the instruction's own fault"
        breakpoint 0, .thirteen, 1
.thirteen:
        ud2
        okay
        xor eax, eax
        mov dr7, eax
        ret

; ---------------------------------------------------------------- data breakpoints
; data name, R/W and LEN bits of DR0, address, instruction
%macro data 4
        watch %1
        breakpoint 0, %3, 1 | (%2) << 16
        %4
        nop
        done
%endmacro
data_breakpoints:
        data "write byte, written", 1, DATA, {mov [DATA], al}
        data "write byte, read", 1, DATA, {mov al, [DATA]}
        data "write byte, neighbour written", 1, DATA, {mov [DATA + 1], al}
        data "write byte, a word around it", 1, DATA + 1, {mov [DATA], ax}
        data "access word, read", 7, DATA, {mov al, [DATA + 1]}
        data "access doubleword, read before", 0Fh, DATA, {mov al, [DATA - 1]}
        data "access doubleword, word over its end", 0Fh, DATA, {mov ax, [DATA + 3]}
        data "doubleword with an odd address covers the aligned one", 0Dh, DATA + 2, {mov [DATA], al}
        data "read-modify-write", 3, DATA, {add [DATA], al}
        data "PUSH", 0Dh, MAIN_STACK - 40h, {call .push}
        data "an access that is no access: LEA", 3, DATA, {lea eax, [DATA]}
        data "string", 1, DATA + 1, {call .string}
        data "the fetch of code is no access", 3, .fetched, {call .fetched}
        data "FPU store", 0Dh, DATA + 4, {fnstcw [DATA + 4]}
        data "XCHG", 3, DATA, {xchg [DATA], al}
        watch "MOV SS from watched memory holds the trap back"
        mov dword [DATA], DATA32
        breakpoint 0, DATA, 30001h
        mov ss, [DATA]
        nop
        nop
        done
        watch "both halves watched by two registers"
        mov eax, DATA + 2
        mov dr1, eax
        breakpoint 0, DATA, 11h << 16 | 5
        mov [DATA], eax
        nop
        done
        ret
.push:
        mov [ss:esp_kept], esp
        mov esp, MAIN_STACK - 3Ch
        push eax
        nop
        mov esp, [ss:esp_kept]
        ret
.string:
        mov edi, DATA
        mov ecx, 4
        rep stosb
        ret
.fetched:
        nop
        ret

; ---------------------------------------------------------------- I/O breakpoints
io_breakpoints:
        mov eax, 1
        call identify
        test edx, 4
        jz .none
        mov eax, cr4
        or al, 8
        mov cr4, eax
        watch "OUT 80h, byte watched"
        breakpoint 0, 80h, 20001h
        out 80h, al
        nop
        done
        watch "IN 80h"
        breakpoint 0, 80h, 20001h
        in al, 80h
        nop
        done
        watch "word at 7Fh covers 80h"
        breakpoint 0, 80h, 20001h
        in ax, 7Fh
        nop
        done
        watch "OUT 81h: no"
        breakpoint 0, 80h, 20001h
        out 81h, al
        nop
        done
        watch "memory at 80h: no"
        breakpoint 0, 80h, 20001h
        mov al, [80h]
        nop
        done
        watch "doubleword of ports"
        breakpoint 0, 80h, 0E0001h
        out 83h, al
        nop
        done
        watch "REP OUTSB, after each"
        breakpoint 0, 80h, 20001h
        mov dx, 80h
        mov esi, DATA
        mov ecx, 2
        rep outsb
        nop
        done
        mov eax, cr4
        and al, ~8
        mov cr4, eax
.none:
        ret

; ---------------------------------------------------------------- GD
detect:
        mov dword [set_rf], 0
        try "GD: the access to a debug register is refused"
        mov dword [hook], .detected
        mov eax, 2000h
        mov dr7, eax
        mov eax, dr0
.detected:
        mov eax, dr7                    ; the handler may
        value eax
        mov eax, dr6
        and eax, 0E00Fh
        value eax, 4
        mov eax, [fault.eip]
        sub eax, [began]
        value eax, 2
        jmp resume_after
        okay
        xor eax, eax
        mov dr7, eax
        mov dr6, eax
        mov dword [hook], 0
        ret

        align 4
left:   dd 0
set_rf: dd 0
keep:   dd -1
esp_kept:
        dd 0

        system_end
