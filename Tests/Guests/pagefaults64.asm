; Four-level paging: error codes of every level's bits, NX, large pages, reserved bits. A row shows what
; CPL 0 (k) and CPL 3 (u) get for reading, writing and fetching: "-" is done, a number the error code, "!" a
; wrong CR2.
%include "system.inc"
%include "long.inc"

FRAME           equ 40000h
POINTERS        equ 30000h              ; of the tested half of the address space
DIRECTORY       equ 31000h
TABLE           equ 32000h
PAGE            equ 8000000000h + FRAME ; PML4 entry 1; large pages lead to the same frame
LAST            equ 80000000h           ; bit 63 of an entry, in its upper half

body:
        mov eax, 80000001h
        cpuid
        test edx, 20000000h
        jz leave_at_once
        mov edi, FRAME
        mov ecx, 400h
        mov eax, 0C3C3C3C3h
        rep stosd
        call enter_long
        bits 64
        call flat64
        mov eax, TASK64
        ltr ax
        call rows
        mov dword [leave_pointer], leave_compatible
        jmp far dword [leave_pointer]
        bits 32
leave_compatible:
        jmp leave_guest
leave_at_once:
        ret
        align 4
leave_pointer:
        dd 0
        dw CODE32
        bits 64

; row "name", then low bits and upper half of the four entries, the PML4's first.
%macro row 9
        lsay %1, ":"
        mov rax, (%3) << 32 | POINTERS | (%2)
        mov [TABLES + 8], rax
        mov rax, (%5) << 32 | (%4)
        test al, 80h
        jnz %%large1
        or rax, DIRECTORY
%%large1:
        mov [POINTERS], rax
        mov rax, (%7) << 32 | (%6)
        test al, 80h
        jnz %%large2
        or rax, TABLE
%%large2:
        mov [DIRECTORY], rax
        mov rax, (%9) << 32 | FRAME | (%8)
        mov [TABLE + 40h * 8], rax
        call accesses
%endmacro
accesses:
        mov rax, cr3
        mov cr3, rax
        mov dword [kind], 0
.next:  mov eax, [kind]
        lsay " "
        mov ebx, eax
        mov al, [names + rbx * 2]
        out 0E9h, al
        mov al, [names + 1 + rbx * 2]
        out 0E9h, al
        mov dword [resume], .done
        mov dword [hook], caught
        mov [saved_esp], esp
        mov rdi, PAGE
        cmp ebx, 3
        jae .user
        call access
        lsay "-"
        jmp .done
.user:  sub ebx, 3
        lring3
        call access
        int 30h
.done:  mov dword [hook], 0
        inc dword [kind]
        cmp dword [kind], 6
        jb .next
        mov al, 10
        out 0E9h, al
        ret
access: mov eax, 0C3C3C3C3h
        cmp ebx, 1
        jb .read
        je .write
        call rdi
        ret
.read:  mov eax, [rdi]
        ret
.write: mov [rdi], eax
        ret
caught: cmp qword [fault64_vector], 30h
        je .fine
        cmp qword [fault64_vector], 14
        jne report_fault64
        lhex [fault64_error], 2
        mov rax, cr2
        mov rbx, PAGE
        cmp rax, rbx
        je resume64
        lsay "!"
        jmp resume64
.fine:  lsay "-"
        jmp resume64

rows:
        row "all allowed", 7, 0, 7, 0, 7, 0, 7, 0
        row "PML4 R/W clear", 5, 0, 7, 0, 7, 0, 7, 0
        row "pointer R/W clear", 7, 0, 5, 0, 7, 0, 7, 0
        row "directory R/W clear", 7, 0, 7, 0, 5, 0, 7, 0
        row "table R/W clear", 7, 0, 7, 0, 7, 0, 5, 0
        row "PML4 U/S clear", 3, 0, 7, 0, 7, 0, 7, 0
        row "pointer U/S clear", 7, 0, 3, 0, 7, 0, 7, 0
        row "directory U/S clear", 7, 0, 7, 0, 3, 0, 7, 0
        row "table U/S clear", 7, 0, 7, 0, 7, 0, 3, 0
        row "PML4 absent", 6, 0, 7, 0, 7, 0, 7, 0
        row "pointer absent", 7, 0, 6, 0, 7, 0, 7, 0
        row "directory absent", 7, 0, 7, 0, 6, 0, 7, 0
        row "table absent", 7, 0, 7, 0, 7, 0, 6, 0
        mov rax, cr0
        bts rax, 16
        mov cr0, rax
        row "WP, PML4 R/W clear", 5, 0, 7, 0, 7, 0, 7, 0
        row "WP, pointer R/W clear", 7, 0, 5, 0, 7, 0, 7, 0
        row "WP, directory R/W clear", 7, 0, 7, 0, 5, 0, 7, 0
        row "WP, table R/W clear", 7, 0, 7, 0, 7, 0, 5, 0
        row "PS in the PML4", 87h, 0, 7, 0, 7, 0, 7, 0
        row "bit 51 in the PML4", 7, 80000h, 7, 0, 7, 0, 7, 0
        row "bit 51 in the pointer", 7, 0, 7, 80000h, 7, 0, 7, 0
        row "bit 51 in the directory", 7, 0, 7, 0, 7, 80000h, 7, 0
        row "bit 51 in the table", 7, 0, 7, 0, 7, 0, 7, 80000h
        row "bits 52 to 62 are free", 7, 7FF00000h, 7, 7FF00000h, 7, 7FF00000h, 7, 7FF00000h
        row "2 MiB", 7, 0, 7, 0, 87h, 0, 0, 0
        row "2 MiB, R/W clear", 7, 0, 7, 0, 85h, 0, 0, 0
        row "2 MiB, U/S clear", 7, 0, 7, 0, 83h, 0, 0, 0
        row "2 MiB, bit 13", 7, 0, 7, 0, 2087h, 0, 0, 0
        row "NX without NXE in the PML4", 7, LAST, 7, 0, 7, 0, 7, 0
        row "NX without NXE in the table", 7, 0, 7, 0, 7, 0, 7, LAST
        mov ecx, EFER
        rdmsr
        or eax, 800h
        wrmsr
        row "NXE, all allowed", 7, 0, 7, 0, 7, 0, 7, 0
        row "NX in the PML4", 7, LAST, 7, 0, 7, 0, 7, 0
        row "NX in the pointer", 7, 0, 7, LAST, 7, 0, 7, 0
        row "NX in the directory", 7, 0, 7, 0, 7, LAST, 7, 0
        row "NX in the table", 7, 0, 7, 0, 7, 0, 7, LAST
        row "NX and U/S clear", 7, LAST, 7, 0, 7, 0, 3, 0
        row "NXE, absent", 7, LAST, 7, 0, 7, 0, 6, 0
        row "NX, 2 MiB", 7, 0, 7, 0, 87h, LAST, 0, 0
        ret

        align 4
kind:   dd 0
names:  db "krkwkxuruwux"
        bits 32

        system_end
